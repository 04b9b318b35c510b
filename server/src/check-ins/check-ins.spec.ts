import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { AppError } from '@weidangxiao/shared/errors.ts';
import { Callers } from '../platform/access/callers.ts';
import { AuditRow } from '../platform/access/audit-row.entity.ts';
import { scopeFor } from '../platform/access/mint.ts';
import type { OwnScope } from '../platform/access/scope.ts';
import { enterRequest, inRequest } from '../platform/context/request-context.ts';
import { Database } from '../platform/database/database.ts';
import type { Api } from '../../test/api.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { voiceFile } from '../../test/matrix/files.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { CheckInIntakeService } from './check-in-intake.service.ts';
import type { CheckInView } from './check-in-views.ts';
import { CheckInsService } from './check-ins.service.ts';

const monday = '2026-11-23';
const tuesday = '2026-11-24T15:00:00+08:00';
let server: TestServer;
let town: MadeTown;
let leader: Actor;

beforeAll(async () => {
  server = await startTestServer({ now: tuesday });
  town = await server.make.town();
  leader = await server.make.actor({ town, roles: ['leader'], name: '陈组长' });
  await sendTheme(server, town, monday);
});
afterAll(() => server.close());
beforeEach(() => server.at(tuesday));

const fellow = (wanted: Parameters<TestServer['make']['actor']>[0] = {}): Promise<Actor> => server.make.actor({ town, groupId: leader.member.groupId, ...wanted });
const written = (text = '清沟要赶在下雨前', more: object = {}) => ({ body: { clientId: randomUUID(), monday, capturedAt: server.now() - 1000, takeaway: { kind: 'text' as const, text }, ...more } });
const note = (memberId: string, more: object = {}) => ({ params: { id: memberId }, body: { clientId: randomUUID(), monday, text: '纸条', seenOn: '2026-11-24', ...more } });
const listed = async (api: Api) => (await api.call('listMyCheckIns')).items;
const noticesOf = async (api: Api) => (await api.call('listNotices')).items.map(({ title }) => title);

/** What the server does with a check-in once it knows who sends it; called by itself, since over HTTP it is chance which ones share a turn. */
function arrivesAtOnce({ member, api }: Actor): Promise<CheckInView | string> {
  return inRequest(randomUUID(), async () => {
    const caller = await server.get(Callers).find(api.token ?? '');
    const scope = scopeFor('own', caller, null);
    enterRequest({ route: 'createCheckIn', audit: 'check-in.created', scope });
    const arrived = server.get(CheckInIntakeService).fromPhone(scope as OwnScope, written(`${member.name}的一句`).body);
    return arrived.catch((error: unknown) => (error as AppError).code);
  });
}

describe('a check-in by phone', () => {
  test('counts for the week whose theme was sent, and the member finds it again', async () => {
    const { api } = await fellow();
    const checkIn = await api.call('createCheckIn', written('先算账，再种'));
    expect(checkIn).toMatchObject({ monday, state: 'counts', kind: 'text', text: '先算账，再种', voice: null, enteredBy: null, decision: null });
    expect(await listed(api)).toEqual([checkIn]);
    expect((await api.call('listMyCheckIns', { query: { monday: '2026-11-16' } })).total).toBe(0);
  });

  test('sent again after a lost reply answers the first record and stays one', async () => {
    const { api } = await fellow();
    const sent = written();
    const first = await api.send('createCheckIn', sent);
    server.at('2026-11-25T09:00:00+08:00');
    const second = await api.send('createCheckIn', sent);
    expect([second.status, second.body]).toEqual([201, first.body]);
    expect(await listed(api)).toHaveLength(1);
  });

  test('with a broken character in it is still one record when sent again', async () => {
    const { api } = await fellow();
    const sent = written('收获\ud83c');
    await api.call('createCheckIn', sent);
    expect(await api.codeOf('createCheckIn', sent)).toBe('ok');
  });

  test('is refused for the same Monday twice, and for a client id that stands for other words', async () => {
    const { api } = await fellow();
    const sent = written();
    await api.call('createCheckIn', sent);
    expect(await api.codeOf('createCheckIn', written())).toBe('CHECK_IN_EXISTS');
    const other = { body: { ...sent.body, takeaway: { kind: 'text' as const, text: '别的话' } } };
    expect(await api.codeOf('createCheckIn', other)).toBe('CLIENT_ID_REUSED');
  });

  test('from two phones in the same moment leaves one record', async () => {
    const { api, member } = await fellow();
    const other = await server.make.login(member);
    const codes = await inTheSameMoment(server, () => Promise.all([api, other, api, other].map((phone, at) => phone.codeOf('createCheckIn', written(`第${at}句`)))));
    expect(codes.sort()).toEqual(['CHECK_IN_EXISTS', 'CHECK_IN_EXISTS', 'CHECK_IN_EXISTS', 'ok']);
    expect(await listed(api)).toHaveLength(1);
  });

  test('repeated in the same moment by an impatient phone is answered with the one record each time', async () => {
    const { api } = await fellow();
    const sent = written();
    const answers = await inTheSameMoment(server, () => Promise.all([1, 2, 3, 4].map(() => api.call('createCheckIn', sent))));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  });

  test('of many in the same moment are each recorded as their own act', async () => {
    const phones = await Promise.all(Array.from({ length: 12 }, () => fellow()));
    const ids = (await Promise.all(phones.map(arrivesAtOnce))).map((outcome) => (typeof outcome === 'string' ? outcome : outcome.id));
    const acts = await server.get(Database).rows(AuditRow).findBy({ target: In(ids) });
    const by = new Map(acts.map(({ target, act, actor }) => [target, `${act} ${actor}`]));
    expect(acts).toHaveLength(12);
    expect(ids.map((id) => by.get(id))).toEqual(phones.map(({ member }) => `check-in.created member:${member.id}`));
  });

  test('that is refused among many of the same moment fails alone', async () => {
    const phones = await Promise.all(Array.from({ length: 12 }, () => fellow()));
    const again = phones[4];
    await again?.api.call('createCheckIn', written());
    const outcomes = await Promise.all(phones.map(arrivesAtOnce));
    expect(outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : outcome.state))).toEqual(phones.map((phone) => (phone === again ? 'CHECK_IN_EXISTS' : 'counts')));
    expect(await Promise.all(phones.map(async ({ api }) => (await listed(api)).length))).toEqual(phones.map(() => 1));
  });

  test('inside another act goes when that one fails', async () => {
    const member = await fellow();
    await expect(server.make.act(town, async () => Promise.reject(new Error(JSON.stringify(await arrivesAtOnce(member)))))).rejects.toThrow('"state":"counts"');
    expect(await listed(member.api)).toEqual([]);
  });

  test('is judged by the time it arrives, never by the phone, whose time is kept as far as it can be true', async () => {
    const { api } = await fellow();
    const early = written('表快了一年', { capturedAt: Date.parse('2027-11-24T00:00:00+08:00') });
    expect(await api.call('createCheckIn', early)).toMatchObject({ state: 'counts', capturedAt: server.now(), receivedAt: server.now() });
    const { api: another } = await fellow();
    expect(await another.call('createCheckIn', written('表停了', { capturedAt: 0 }))).toMatchObject({ capturedAt: Date.parse('2026-11-23T08:00:00+08:00') });
  });

  test('for a week that is not open, for no Monday, and without a word is refused with its reason', async () => {
    const { api } = await fellow();
    expect(await api.codeOf('createCheckIn', written('早了', { monday: '2026-11-30' }))).toBe('WEEK_NOT_OPEN');
    server.at('2026-11-23T07:59:59+08:00');
    expect(await (await server.make.login((await fellow()).member)).codeOf('createCheckIn', written())).toBe('WEEK_NOT_OPEN');
    server.at(tuesday);
    const noMonday = await api.send('createCheckIn', written('周二', { monday: '2026-11-24' }));
    expect(noMonday.error).toMatchObject({ code: 'INPUT_INVALID', field: 'monday' });
    expect(await api.codeOf('createCheckIn', written('\u200b'))).toBe('TAKEAWAY_EMPTY');
    expect(await api.codeOf('createCheckIn', written('   '))).toBe('INPUT_INVALID');
  });

  test('needs the consent of whoever writes', async () => {
    const { api } = await fellow({ consent: false });
    expect(await api.codeOf('createCheckIn', written())).toBe('CONSENT_REQUIRED');
  });

  test('may be spoken, with a voice of one’s own', async () => {
    const [{ api }, other] = [await fellow(), await fellow()];
    const { id: fileId } = await api.call('createFile', { query: { purpose: 'takeaway' }, file: voiceFile() });
    const takeaway = { kind: 'voice' as const, fileId, seconds: 12 };
    expect(await other.api.codeOf('createCheckIn', written('', { takeaway }))).toBe('NOT_FOUND');
    const sent = written('', { takeaway });
    expect(await api.call('createCheckIn', sent)).toMatchObject({ kind: 'voice', text: null, voice: { fileId, seconds: 12 } });
    expect(await api.codeOf('createCheckIn', sent)).toBe('ok');
    expect((await leader.api.send('getFile', { params: { id: fileId } })).status).toBe(200);
    expect(await other.api.codeOf('getFile', { params: { id: fileId } })).toBe('NOT_FOUND');
  });

  test('lies in the database sealed', async () => {
    const { api } = await fellow();
    await api.call('createCheckIn', written('这是心里话'));
    const rows = await server.get(Database).manager().query<object[]>('SELECT * FROM check_ins');
    expect(JSON.stringify(rows)).not.toContain('心里话');
    expect(server.log.join('\n')).not.toContain('心里话');
  });
});

describe('on paper', () => {
  test('a note that the leader saw is worth the same and names who entered it', async () => {
    const { member, api } = await fellow();
    const sent = note(member.id);
    const first = await leader.api.call('createPaperNote', sent);
    expect(first).toMatchObject({ state: 'counts', kind: 'paper', text: '纸条', enteredBy: { memberId: leader.member.id, name: '陈组长' } });
    expect(await leader.api.call('createPaperNote', sent)).toEqual(first);
    expect((await listed(api)).map(({ id }) => id)).toEqual([first.id]);
    expect(await api.codeOf('createCheckIn', written())).toBe('CHECK_IN_EXISTS');
  });

  test('there is none where the phone was faster, and none for somebody of another group', async () => {
    const { member, api } = await fellow();
    await api.call('createCheckIn', written());
    expect(await leader.api.codeOf('createPaperNote', note(member.id))).toBe('CHECK_IN_EXISTS');
    const stranger = await server.make.actor({ town });
    expect(await leader.api.codeOf('createPaperNote', note(stranger.member.id))).toBe('NOT_FOUND');
    expect(await stranger.api.codeOf('createPaperNote', note(member.id))).toBe('NOT_ALLOWED');
  });

  test('a leader who belongs to another group is no leader of themselves', async () => {
    const [lead, home] = [await server.make.group(town), await server.make.group(town)];
    const guest = await server.make.actor({ town, groupId: lead.id, roles: ['leader'] });
    const admin = await server.make.actor({ town, roles: ['admin'] });
    await admin.api.call('moveMember', { params: { id: guest.member.id }, body: { groupId: home.id, on: '2026-11-24' } });
    const again = await server.make.login(guest.member);
    expect(await again.codeOf('createPaperNote', note(guest.member.id))).toBe('NOT_FOUND');
  });

  test('one client id stands for one person’s note', async () => {
    const [one, two] = [await fellow(), await fellow()];
    const sent = note(one.member.id);
    await leader.api.call('createPaperNote', sent);
    expect(await leader.api.codeOf('createPaperNote', note(two.member.id, { clientId: sent.body.clientId }))).toBe('CLIENT_ID_REUSED');
  });

  test('the day it was seen lies between the Monday and today, and the week has to be open', async () => {
    const { member } = await fellow();
    expect(await leader.api.codeOf('createPaperNote', note(member.id, { seenOn: '2026-11-25' }))).toBe('INPUT_INVALID');
    expect(await leader.api.codeOf('createPaperNote', note(member.id, { seenOn: '2026-11-22' }))).toBe('INPUT_INVALID');
    expect(await leader.api.codeOf('createPaperNote', note(member.id, { monday: '2026-11-16', seenOn: '2026-11-18' }))).toBe('WEEK_NOT_OPEN');
  });

  test('long after the week the leader’s own word is enough, and a slip without its text is a note too', async () => {
    const { member } = await fellow();
    server.at('2026-12-20T10:00:00+08:00');
    const again = await server.make.login(leader.member);
    expect(await again.call('createPaperNote', note(member.id, { text: '', seenOn: '2026-12-19' }))).toMatchObject({ state: 'counts', text: null, capturedAt: Date.parse('2026-12-19T00:00:00+08:00') });
  });
});

describe('what comes after the end of the following week', () => {
  const afterwards = '2026-12-07T00:00:00+08:00';

  async function late(): Promise<{ actor: Actor; boss: Api; id: string }> {
    server.at(afterwards);
    const actor = await fellow({ name: '晚到的人' });
    const { id, state } = await actor.api.call('createCheckIn', written('信号才通', { capturedAt: Date.parse(tuesday) }));
    expect(state).toBe('late');
    return { actor, id, boss: await server.make.login(leader.member) };
  }

  test('still counts one second before', async () => {
    server.at(Date.parse(afterwards) - 1000);
    expect(await (await fellow()).api.call('createCheckIn', written())).toMatchObject({ state: 'counts' });
  });

  test('waits for the leader, who is told, finds it in the list and may accept it', async () => {
    const { actor, boss, id } = await late();
    expect(await noticesOf(boss)).toContain('有一条晚到的打卡');
    const { late: waiting } = await boss.call('listGroupCheckIns', { query: { groupId: leader.member.groupId ?? '', monday: '2026-12-07' } });
    expect(waiting.find((row) => row.id === id)).toMatchObject({ text: '信号才通', capturedAt: Date.parse(tuesday), member: { name: '晚到的人' } });
    const decided = await boss.call('decideLateCheckIn', { params: { id }, body: { accept: true } });
    expect(decided).toMatchObject({ state: 'counts', decision: { by: { name: '陈组长' }, reason: null } });
    expect(await boss.call('decideLateCheckIn', { params: { id }, body: { accept: true } })).toEqual(decided);
    expect(await boss.codeOf('decideLateCheckIn', { params: { id }, body: { accept: false, reason: '反悔' } })).toBe('CHECK_IN_DECIDED');
    expect(await noticesOf(actor.api)).toEqual(['晚到的打卡记上了']);
  });

  test('is refused only with a reason; the member reads it and may send another', async () => {
    const { actor, boss, id } = await late();
    expect((await boss.send('decideLateCheckIn', { params: { id }, body: { accept: false } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
    await boss.call('decideLateCheckIn', { params: { id }, body: { accept: false, reason: '抄了别人的' } });
    const again = await actor.api.call('createCheckIn', written('自己写一句'));
    expect(again.state).toBe('late');
    expect((await listed(actor.api)).map(({ state, decision }) => [state, decision?.reason ?? null]).sort()).toEqual([['late', null], ['refused', '抄了别人的']]);
    const { people } = await boss.call('listGroupCheckIns', { query: { groupId: leader.member.groupId ?? '', monday } });
    expect(people.find(({ member }) => member.memberId === actor.member.id)?.checkIn?.id).toBe(again.id);
  });

  test('in a group without a leader the admins are told, who can appoint one', async () => {
    server.at(afterwards);
    const alone = await server.make.actor({ town, name: '没组长的人' });
    const admin = await server.make.actor({ town, roles: ['admin'] });
    await alone.api.call('createCheckIn', written());
    expect(await noticesOf(admin.api)).toEqual(['晚到的打卡没有组长看']);
  });

  test('is not for the leader of another group to decide', async () => {
    const { id } = await late();
    const stranger = await server.make.actor({ town, roles: ['leader'] });
    expect(await stranger.api.codeOf('decideLateCheckIn', { params: { id }, body: { accept: true } })).toBe('NOT_FOUND');
  });
});

test('the leader’s list has everybody of the group, and is nobody else’s', async () => {
  const groupId = (await server.make.group(town)).id;
  const boss = await server.make.actor({ town, groupId, roles: ['leader'], name: '甲' });
  const [done, open] = [await fellow({ groupId, name: '乙' }), await fellow({ groupId, name: '丙', paper: true })];
  await done.api.call('createCheckIn', written('只给组长看'));
  const { people } = await boss.api.call('listGroupCheckIns', { query: { groupId, monday } });
  const told = people.map(({ member, paper, checkIn }) => [member.memberId, paper, checkIn?.text ?? null]);
  expect(told).toHaveLength(3);
  expect(told).toEqual(expect.arrayContaining([[boss.member.id, false, null], [done.member.id, false, '只给组长看'], [open.member.id, true, null]]));
  expect(await leader.api.codeOf('listGroupCheckIns', { query: { groupId, monday } })).toBe('NOT_FOUND');
});

test('a town’s count of a Monday has what counts, by phone and on paper, and nothing of another town', async () => {
  const home = await server.make.town();
  const boss = await server.make.actor({ town: home, roles: ['leader'] });
  const [one, two] = [await server.make.actor({ town: home, groupId: boss.member.groupId }), await server.make.actor({ town: home, groupId: boss.member.groupId })];
  await sendTheme(server, home, monday);
  await one.api.call('createCheckIn', written());
  await boss.api.call('createCheckIn', written());
  await boss.api.call('createPaperNote', note(two.member.id));
  const checkIns = server.get(CheckInsService);
  expect(await checkIns.countsFor(home.scope, monday)).toEqual({ phone: 2, paper: 1 });
  expect(await checkIns.factsOf(home.scope, two.member.id, [monday, '2026-11-16'])).toEqual([{ monday, state: 'counts', kind: 'paper', on: '2026-11-24', enteredBy: boss.member.name }]);
});
