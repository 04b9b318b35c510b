import { samplePhone } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Database } from '../platform/database/database.ts';
import { Member } from '../members/member.entity.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const admin = () => server.make.actor({ roles: ['admin'] });

describe('an admin without Excel', () => {
  test('adds a member, whose phone is kept encrypted and shown masked', async () => {
    const { api, member } = await admin();
    const phone = samplePhone();
    const added = await api.call('createMember', { body: { name: '常春莲', groupId: member.groupId ?? '', phone, remark: '高血压', tags: ['party_member'] } });
    expect(added).toMatchObject({ name: '常春莲', phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}`, hasRemark: true, bound: false, state: 'active' });
    const row = await server.get(Database).rows(Member).findOneByOrFail({ id: added.id });
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`${phone}|高血压`));
  });

  test('reveals a phone and a remark on request, and that is audited', async () => {
    const { api, member, town } = await admin();
    const phone = samplePhone();
    const { id } = await server.make.member({ town, groupId: member.groupId, phone, remark: '高血压' });
    expect(await api.call('revealPhone', { params: { id } })).toEqual({ phone });
    expect(await api.call('revealRemark', { params: { id } })).toEqual({ remark: '高血压' });
    const { items } = await api.call('listAuditRows', { query: { pageSize: 100 } });
    expect(items.filter(({ target }) => target === id).map(({ act }) => act)).toEqual(expect.arrayContaining(['member.phone-revealed', 'member.remark-revealed']));
    expect(server.log.join('\n')).not.toContain(phone);
  });

  test('sees everybody though one phone cannot be read any longer, and enters that one again', async () => {
    const { api, member, town } = await admin();
    const { id, name } = await server.make.member({ town, groupId: member.groupId });
    await server.make.act(town, () => server.get(Database).rows(Member).update({ townId: town.id, id }, { phoneCipher: 'lost.AAAA' }));
    const { items, total } = await api.call('listMembers', { query: { groupId: member.groupId ?? '' } });
    expect([total, items.find((one) => one.id === id)?.phoneMasked, items.find((one) => one.id === member.id)?.phoneMasked]).toEqual([2, '读不出', expect.stringMatching(/^1\d\d\*{4}\d{4}$/)]);
    expect((await api.send('revealPhone', { params: { id } })).error).toMatchObject({ code: 'PHONE_UNREADABLE', message: '这个号码读不出来了，问到号码后请重新填一次，别的记录都在' });
    expect(server.log.filter((line) => line.includes('A phone cannot be read')).join()).toContain(id);
    const phone = samplePhone();
    await api.call('changePhone', { params: { id }, body: { phone } });
    expect([name, await api.call('revealPhone', { params: { id } })]).toEqual([name, { phone }]);
  });

  test('is told when a phone is somebody else’s, unless the two share it', async () => {
    const { api, member, town } = await admin();
    const phone = samplePhone();
    await server.make.member({ town, groupId: member.groupId, phone });
    const body = { name: '第二个人', groupId: member.groupId ?? '', phone };
    expect(await api.send('createMember', { body })).toMatchObject({ status: 409, error: { code: 'PHONE_TAKEN', field: 'phone' } });
    expect(await api.call('createMember', { body: { ...body, phoneShared: true } })).toMatchObject({ phoneShared: true });
  });

  test('changes a phone', async () => {
    const { api, member, town } = await admin();
    const { id } = await server.make.member({ town, groupId: member.groupId });
    const phone = samplePhone();
    await api.call('changePhone', { params: { id }, body: { phone } });
    expect(await api.call('revealPhone', { params: { id } })).toEqual({ phone });
    expect(await api.codeOf('changePhone', { params: { id }, body: { phone: '12345' } })).toBe('INPUT_INVALID');
  });

  test('moves a member with a date, and both groups keep their time', async () => {
    const { api, town } = await admin();
    const from = await server.make.group(town);
    const to = await server.make.group(town);
    const { id } = await server.make.member({ town, groupId: from.id, since: '2026-05-15' });
    await api.call('moveMember', { params: { id }, body: { groupId: to.id, on: '2026-11-10' } });
    const { memberships, groupId } = await api.call('getMember', { params: { id } });
    expect(groupId).toBe(to.id);
    expect(memberships).toEqual([
      { groupId: from.id, groupName: from.name, from: '2026-05-15', to: '2026-11-09' },
      { groupId: to.id, groupName: to.name, from: '2026-11-10', to: null },
    ]);
  });

  test('cannot move anybody to before they came, nor to another town’s group', async () => {
    const { api, town } = await admin();
    const { id } = await server.make.member({ town, since: '2026-05-15' });
    const own = await server.make.group(town);
    expect(await api.codeOf('moveMember', { params: { id }, body: { groupId: own.id, on: '2026-01-01' } })).toBe('MOVE_DATE_INVALID');
    const foreign = await server.make.group();
    expect(await api.codeOf('moveMember', { params: { id }, body: { groupId: foreign.id, on: '2026-11-10' } })).toBe('NOT_FOUND');
  });

  test('transfers a member out and takes them back', async () => {
    const { api, town } = await admin();
    const { id, groupId } = await server.make.member({ town });
    await api.call('closeMember', { params: { id }, body: { kind: 'transferred_out', on: '2026-11-20', reason: '转到外镇' } });
    expect(await api.call('listMembers', { query: { state: 'transferred_out' } })).toMatchObject({ total: 1 });
    expect(await api.call('reopenMember', { params: { id } })).toMatchObject({ state: 'active', groupId });
  });

  test('appoints a leader of a group, once', async () => {
    const { api, town } = await admin();
    const { id, groupId } = await server.make.member({ town });
    const appoint = { params: { id }, body: { role: 'leader' as const, groupId: groupId ?? '' } };
    await api.call('grantRole', appoint);
    expect(await api.codeOf('grantRole', appoint)).toBe('ROLE_ALREADY_HELD');
    const { items } = await api.call('listGroups');
    expect(items.find((group) => group.id === groupId)?.leaders.map(({ memberId }) => memberId)).toEqual([id]);
  });

  test('who is the last one can neither give the role up nor leave', async () => {
    const { api, member, town } = await admin();
    const founder = (await api.call('listMembers', { query: { q: '创始人' } })).items[0];
    await api.call('endRole', { params: { id: founder?.id ?? '', roleId: founder?.roles[0]?.id ?? '' } });
    const again = await server.make.login(member);
    const own = (await again.call('getMember', { params: { id: member.id } })).roles[0];
    expect(await again.codeOf('endRole', { params: { id: member.id, roleId: own?.id ?? '' } })).toBe('LAST_ADMIN');
    expect(await again.codeOf('closeMember', { params: { id: member.id }, body: { kind: 'closed', on: '2026-11-20', reason: '退休' } })).toBe('LAST_ADMIN');
    expect(town.id).toBeTruthy();
  });
});

describe('groups', () => {
  test('whose names differ only by filler are one group', async () => {
    const { api } = await admin();
    await api.call('createGroup', { body: { name: '第三学习小组' } });
    expect(await api.send('createGroup', { body: { name: '第三小组' } })).toMatchObject({ status: 409, error: { code: 'GROUP_NAME_TAKEN', field: 'name' } });
  });

  test('with people in them cannot be closed; empty ones can, and their name is free again', async () => {
    const { api, town } = await admin();
    const full = await server.make.member({ town });
    expect(await api.send('closeGroup', { params: { id: full.groupId ?? '' } })).toMatchObject({ status: 409, error: { code: 'GROUP_HAS_MEMBERS', detail: { count: 1 } } });
    const { id } = await api.call('createGroup', { body: { name: '柳溪小组' } });
    await api.call('closeGroup', { params: { id } });
    await api.call('createGroup', { body: { name: '柳溪小组' } });
  });

  test('are known to their members by name only', async () => {
    const leader = await server.make.actor({ roles: ['leader'], name: '带头人' });
    const fellow = await server.make.actor({ town: leader.town, groupId: leader.member.groupId });
    const mine = await fellow.api.call('getMyGroup');
    expect(mine.group?.leaders).toEqual([{ memberId: leader.member.id, name: '带头人' }]);
    expect(mine.members.map(({ memberId }) => memberId).sort()).toEqual([leader.member.id, fellow.member.id].sort());
  });
});

test('people are listed group by group, as the groups are counted', async () => {
  const { api, town } = await server.make.actor({ roles: ['admin'], groupId: null });
  for (const name of ['第十学习小组', '第二学习小组']) {
    const { id } = await server.make.group(town, name);
    await server.make.member({ town, groupId: id, name: '同名' });
  }
  expect((await api.call('listGroups')).items.map(({ name }) => name)).toEqual(['第二学习小组', '第十学习小组']);
  const { items } = await api.call('listMembers', { query: { pageSize: 100 } });
  expect(items.map(({ groupName }) => groupName).slice(0, 2)).toEqual(['第二学习小组', '第十学习小组']);
});

test('lists are paged and searched by part of a name', async () => {
  const { api, town, member } = await admin();
  for (let at = 0; at < 5; at += 1) await server.make.member({ town, groupId: member.groupId, name: `油菜${at}` });
  const second = await api.call('listMembers', { query: { q: '油菜', page: 2, pageSize: 2 } });
  expect(second).toMatchObject({ total: 5, page: 2, pageSize: 2 });
  expect(second.items.map(({ name }) => name)).toEqual(['油菜2', '油菜3']);
  expect((await api.call('listMembers', { query: { q: '%' } })).total).toBe(0);
  expect(await api.codeOf('listMembers', { query: { pageSize: 101 } })).toBe('INPUT_INVALID');
});
