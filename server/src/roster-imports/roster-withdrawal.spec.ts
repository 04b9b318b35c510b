import { randomUUID } from 'node:crypto';
import { sendTheme } from '../../test/sent-themes.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Member } from '../members/member.entity.ts';
import { Database } from '../platform/database/database.ts';
import { Delivery } from '../theme-pushes/delivery.entity.ts';
import { activeIn, admin, type Line, membersOf, uploadLines } from './roster-for-tests.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

describe('a withdrawal', () => {
  const file: Line[] = [['姓名', '小组', '手机'], ['壬一', '一组', '13800000081'], ['壬二', '', '13800000082']];

  async function written() {
    const actor = await admin(server);
    const read = await uploadLines(actor.api, file);
    await actor.api.call('correctRosterRows', { params: { id: read.id }, body: { fixes: [{ kind: 'create_group', name: '' }] } });
    await actor.api.call('confirmRosterImport', { params: { id: read.id } });
    const [person] = (await membersOf(actor.api)).filter(({ name }) => name === '壬一');
    return { ...actor, id: read.id, memberId: person?.id ?? '' };
  }

  test('also takes the groups that the import made', async () => {
    const { api, id } = await written();
    await api.call('withdrawRosterImport', { params: { id } });
    expect((await api.call('listGroups')).items).toEqual([]);
  });

  test('is refused once somebody was changed', async () => {
    const { api, id, memberId } = await written();
    await api.call('updateMember', { params: { id: memberId }, body: { duty: '委员' } });
    expect(await api.send('withdrawRosterImport', { params: { id } })).toMatchObject({ status: 409, error: { code: 'ROSTER_WITHDRAW_IN_USE', detail: { count: 1 } } });
  });

  test('is refused once somebody has logged in', async () => {
    const { api, id, memberId } = await written();
    const member = await server.get(Database).rows(Member).findOneByOrFail({ id: memberId });
    await server.make.login(member);
    expect(await api.codeOf('withdrawRosterImport', { params: { id } })).toBe('ROSTER_WITHDRAW_IN_USE');
  });

  test('is refused, and changes nothing, once a leader has entered a paper note for somebody', async () => {
    const { api, id, memberId, town } = await written();
    const { groupId } = await server.get(Database).rows(Member).findOneByOrFail({ id: memberId });
    const leader = await server.make.actor({ town, groupId, roles: ['leader'] });
    await sendTheme(server, town, '2026-11-23');
    const note = { clientId: randomUUID(), monday: '2026-11-23', text: '纸上写的', seenOn: '2026-11-24' };
    await leader.api.call('createPaperNote', { params: { id: memberId }, body: note });
    const refused = await api.send('withdrawRosterImport', { params: { id } });
    expect(refused).toMatchObject({ status: 409, error: { code: 'ROSTER_WITHDRAW_IN_USE', message: '导入以后，其中1人已有新的变动或记录，不能整批撤回，请在名册里逐个修改' } });
    expect((await activeIn(server, town)).map(({ name }) => name)).toEqual(expect.arrayContaining(['壬一', '壬二']));
    expect(await api.call('getRosterImport', { params: { id } })).toMatchObject({ state: 'written' });
  });

  test('leaves on record, as closed, whoever has got a Monday’s theme meanwhile, and the next import takes them as new', async () => {
    const { api, id, memberId, town } = await written();
    const delivery = { townId: town.id, id: randomUUID(), pushId: randomUUID(), memberId, groupId: null, monday: '2026-11-30', title: '冬季用火', channel: 'inbox' as const, at: server.now(), readAt: null, handedOverAt: null, handedOverBy: null };
    await server.make.act(town, () => server.get(Database).rows(Delivery).insert(delivery));
    await api.call('withdrawRosterImport', { params: { id } });
    expect(await api.call('getMember', { params: { id: memberId } })).toMatchObject({ state: 'closed' });
    expect((await activeIn(server, town)).map(({ name }) => name)).not.toEqual(expect.arrayContaining(['壬二']));
    const again = await uploadLines(api, file);
    expect(again.faults.map(({ code }) => code)).toEqual(['GROUP_UNKNOWN', 'GROUP_UNKNOWN_ABOVE']);
  });

  test('is refused before the writing and after seven days', async () => {
    const { api, id, member } = await written();
    const unwritten = await uploadLines(api, file);
    expect(await api.codeOf('withdrawRosterImport', { params: { id: unwritten.id } })).toBe('ROSTER_NOT_WRITTEN');
    const now = server.now();
    server.at(now + 7 * 24 * 3_600_000 + 1);
    const later = await server.make.login(member);
    expect(await later.codeOf('withdrawRosterImport', { params: { id } })).toBe('ROSTER_WITHDRAW_LATE');
    server.at(now);
  });

  test('is no longer asked for after a month: the sheet is forgotten', async () => {
    const { api, id, town } = await written();
    const now = server.now();
    await server.runJob('forget-old-rosters');
    expect(await api.codeOf('getRosterImport', { params: { id } })).toBe('ok');
    server.at(now + 31 * 24 * 3_600_000);
    await server.runJob('forget-old-rosters');
    server.at(now);
    expect(await api.codeOf('getRosterImport', { params: { id } })).toBe('NOT_FOUND');
    expect((await activeIn(server, town)).map(({ name }) => name)).toEqual(expect.arrayContaining(['壬一', '壬二']));
  });
});
