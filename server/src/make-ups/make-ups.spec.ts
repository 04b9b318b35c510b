import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { Meeting, type SessionAnswer, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

const afternoon = '2026-11-24T15:00:00+08:00';

let server: TestServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at(afternoon);
  meeting = await Meeting.in(server);
});

/** Tonight's session with its roll, closed out; the first member was absent unless told. */
async function missed(status: 'absent' | 'leave' | 'present' | 'late' | null = 'absent'): Promise<SessionAnswer> {
  const { id, endsAt } = await meeting.opened({ despiteOverlap: true });
  if (status) await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: [meeting.mark(meeting.member(0).member.id, status)] } });
  server.at(endsAt);
  return meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
}

const reported = (sessionId: string, more: { memberId?: string; clientId?: string; on?: string; capturedAt?: number } = {}) => ({ body: { clientId: randomUUID(), sessionId, way: 'talked' as const, text: '找周老师讲了一遍，记了两条', on: '2026-11-24', capturedAt: server.now(), ...more } });
const report = (sessionId: string, by: Actor = meeting.member(0), more: Parameters<typeof reported>[1] = {}) => by.api.call('createMakeUp', reported(sessionId, more));
const decide = (id: string, accept: boolean, by: Actor = meeting.leader, reason?: string) => by.api.call('decideMakeUp', { params: { id }, body: { accept, ...(reason && { reason }) } });
const rowOf = async (sessionId: string, who: Actor = meeting.member(0)) => (await meeting.roll(sessionId)).get(who.member.id);
const own = async ({ api }: Actor): Promise<Answer<'listMyAttendance'>['items'][number] | undefined> => (await api.call('listMyAttendance')).items[0];

test('a member says how, the leader verifies, and it counts like having been there', async () => {
  const { id } = await missed();
  expect(await own(meeting.member(0))).toMatchObject({ status: 'absent', hours: '0', makeUpUntil: '2026-12-08' });
  const makeUp = await report(id);
  expect(makeUp).toMatchObject({ state: 'waiting', way: 'talked', on: '2026-11-24', late: false, enteredBy: null });
  expect(await meeting.noticesOf(meeting.leader)).toEqual(['有一条补学等核实：组员甲说11月24日找人讲了一遍，补“冬油菜田间管理”。请核实一下。']);
  expect((await rowOf(id))?.status).toBe('absent');
  expect(await own(meeting.member(0))).toMatchObject({ status: 'absent', makeUpUntil: null, makeUpWaits: true });
  await decide(makeUp.id, true);
  expect(await own(meeting.member(0))).toMatchObject({ status: 'made_up', hours: '1.5', evidence: '罗组长核实的', makeUpUntil: null, makeUpWaits: false });
  expect((await meeting.noticesOf(meeting.member(0)))[0]).toBe('补学记上了：“冬油菜田间管理”的补学核实了，算到场。');
});

test('declined with a reason it leaves the record, and may be tried again', async () => {
  const { id } = await missed();
  const makeUp = await report(id);
  expect((await meeting.leader.api.send('decideMakeUp', { params: { id: makeUp.id }, body: { accept: false } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
  const night = async () => (await meeting.member(0).api.call('getMyReceipt', { params: { month: '2026-11' } })).lines.find(({ dimension }) => dimension === 'night');
  expect(await night()).toMatchObject({ stillPossible: '有1场补学在核实，最多还能记15分', events: [{ effect: '没有记，补学在核实' }] });
  const declined = await decide(makeUp.id, false, meeting.leader, '周老师说没有来过');
  expect(await night()).toMatchObject({ stillPossible: '有1场可以补学，最多还能记15分', events: [{ effect: '没有记，12月8日前可以补学' }] });
  expect([declined.state, (await rowOf(id))?.status]).toEqual(['declined', 'absent']);
  expect(await decide(makeUp.id, false, meeting.leader, '再说一次')).toEqual(declined);
  expect(await meeting.leader.api.codeOf('decideMakeUp', { params: { id: makeUp.id }, body: { accept: true } })).toBe('MAKE_UP_STATE');
  expect((await report(id)).state).toBe('waiting');
  expect(await meeting.member(0).api.codeOf('createMakeUp', reported(id))).toBe('MAKE_UP_EXISTS');
});

test('a leader who enters it for somebody vouches for it, never for themselves', async () => {
  const { id } = await missed();
  expect(await report(id, meeting.leader, { memberId: meeting.member(0).member.id })).toMatchObject({ state: 'verified', enteredBy: { name: '罗组长' } });
  expect((await rowOf(id))?.status).toBe('made_up');
  const ownMakeUp = await report(id, meeting.leader);
  expect(ownMakeUp.state).toBe('waiting');
  expect(await meeting.leader.api.codeOf('decideMakeUp', { params: { id: ownMakeUp.id }, body: { accept: true } })).toBe('OWN_DECISION');
  expect((await decide(ownMakeUp.id, true, meeting.admin)).state).toBe('verified');
  expect(await meeting.member(1).api.codeOf('createMakeUp', reported(id, { memberId: meeting.member(2).member.id }))).toBe('NOT_FOUND');
});

test('for fourteen days; what was written down in time and arrives later still waits for the leader', async () => {
  const { id } = await missed();
  meeting = await meeting.later('2026-12-08T23:00:00+08:00');
  expect((await report(id, meeting.member(1), { on: '2026-12-08' })).late).toBe(false);
  meeting = await meeting.later('2026-12-10T10:00:00+08:00');
  expect((await meeting.member(0).api.send('createMakeUp', reported(id, { on: '2026-12-08' }))).error).toMatchObject({ code: 'MAKE_UP_TOO_LATE', message: '这场补学只到12月8日。有特殊情况请找组长' });
  const late = await report(id, meeting.member(0), { on: '2026-12-07', capturedAt: shanghai('2026-12-07') });
  expect(late).toMatchObject({ state: 'waiting', late: true });
  await decide(late.id, true);
  expect((await rowOf(id))?.status).toBe('made_up');
});

test('it may be verified after the month’s end and keeps its date', async () => {
  const { id } = await missed();
  meeting = await meeting.later('2026-12-05T10:00:00+08:00');
  await decide((await report(id, meeting.member(0), { on: '2026-12-04' })).id, true);
  expect((await rowOf(id))?.standing.at(-1)).toMatchObject({ way: 'make_up', receivedAt: server.now(), by: { name: '罗组长' } });
  const receipt = await meeting.member(0).api.call('getMyReceipt', { params: { month: '2026-11' } });
  expect(receipt.lines.find(({ dimension }) => dimension === 'night')).toMatchObject({ earned: '15.00', events: [{ evidence: '已补学，罗组长核实的', effect: '记1次' }] });
});

test('before the end there is nothing to make up, nor for whoever was there or was not expected', async () => {
  const { id } = await meeting.opened();
  expect(await meeting.member(0).api.codeOf('createMakeUp', reported(id))).toBe('MAKE_UP_EARLY');
  const planned = await meeting.session({ despiteOverlap: true });
  server.at(planned.endsAt);
  expect(await meeting.member(0).api.codeOf('createMakeUp', reported(planned.id))).toBe('MAKE_UP_EARLY');
  server.at(afternoon);
  const late = await missed('late');
  expect((await meeting.member(0).api.send('createMakeUp', reported(late.id))).error).toMatchObject({ code: 'MAKE_UP_NOT_NEEDED', message: '这场记的是“迟到”，不用补学' });
  const outsider = await server.make.actor({ town: meeting.town });
  expect(await outsider.api.codeOf('createMakeUp', reported(late.id))).toBe('MAKE_UP_NOT_EXPECTED');
});

test('a day before the session or after today is asked again', async () => {
  const { id } = await missed();
  for (const on of ['2026-11-23', '2026-11-25']) expect((await meeting.member(0).api.send('createMakeUp', reported(id, { on }))).error).toMatchObject({ code: 'INPUT_INVALID', field: 'on', message: '有一项填得不对：补学的日子要在11月24日到今天之间' });
});

test('who was marked present meanwhile needs no verification: the leader is told', async () => {
  const { id } = await missed();
  const makeUp = await report(id);
  await meeting.leader.api.call('correctStudySession', { params: { id }, body: { clientId: randomUUID(), why: '点漏了', attendance: [{ memberId: meeting.member(0).member.id, status: 'present' }] } });
  expect(await meeting.leader.api.codeOf('decideMakeUp', { params: { id: makeUp.id }, body: { accept: true } })).toBe('MAKE_UP_NOT_NEEDED');
  expect((await rowOf(id))?.status).toBe('present');
});

test('the same report again is the same one; lists show one’s own, a leader’s people, everybody to an admin', async () => {
  const { id } = await missed();
  const clientId = randomUUID();
  const first = await report(id, meeting.member(0), { clientId });
  expect(await report(id, meeting.member(0), { clientId })).toEqual(first);
  await report(id, meeting.member(1));
  const total = async ({ api }: Actor, query = {}) => (await api.call('listMakeUps', { query: { sessionId: id, ...query } })).total;
  expect([await total(meeting.member(0)), await total(meeting.leader), await total(meeting.leader, { mine: 'true' }), await total(meeting.admin, { state: 'waiting' })]).toEqual([1, 2, 0, 2]);
});
