import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Database } from '../platform/database/database.ts';

const afternoon = '2026-11-24T15:00:00+08:00';
const begins = shanghai('2026-11-24');
const ends = begins + 90 * 60_000;
type Reason = Answer<'decideLeave'>['reason'];

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

const asked = (sessionId: string, more: { reason?: Reason; text?: string; memberId?: string; clientId?: string; capturedAt?: number } = {}) => ({ body: { clientId: randomUUID(), sessionId, reason: 'personal' as Reason, capturedAt: server.now(), ...more } });
const ask = (sessionId: string, by: Actor = meeting.member(0), more: Parameters<typeof asked>[1] = {}) => by.api.call('createLeave', asked(sessionId, more));
const decide = (id: string, approve: boolean, by: Actor = meeting.leader, reason?: string) => by.api.call('decideLeave', { params: { id }, body: { approve, ...(reason && { reason }) } });
const statusOf = async (sessionId: string, who: Actor = meeting.member(0)) => (await meeting.roll(sessionId)).get(who.member.id)?.status;

test('a member asks, the leader is told without the reason, and a yes stands on the roll before it opens', async () => {
  const { id } = await meeting.session();
  const leave = await ask(id, meeting.member(0), { text: '送孩子上学' });
  expect(leave).toMatchObject({ state: 'waiting', reason: 'personal', exempts: false, text: '送孩子上学', late: false, enteredBy: null, decision: null });
  expect(await meeting.noticesOf(meeting.leader)).toEqual(['有人请假：组员甲想请“冬油菜田间管理”的假，请定一下。']);
  expect(await decide(leave.id, true)).toMatchObject({ state: 'approved', decision: { by: { name: '罗组长' } } });
  expect(await statusOf(id)).toBe('leave');
  expect(await meeting.noticesOf(meeting.member(0))).toEqual(['请假准了：“冬油菜田间管理”的假准了，按请假记；补学核实了，一样算到场。']);
  await meeting.leader.api.call('openStudySession', { params: { id } });
  expect(await statusOf(id)).toBe('leave');
});

test.each([['illness', 'exempt'], ['duty', 'exempt'], ['bereavement', 'exempt'], ['maternity', 'exempt'], ['personal', 'leave'], ['other', 'leave']] as const)('%s makes the record %s', async (reason, status) => {
  const { id } = await meeting.opened();
  await decide((await ask(id, meeting.member(0), { reason })).id, true);
  expect(await statusOf(id)).toBe(status);
});

test('why somebody is away is sealed in the database and stays out of notices', async () => {
  const { id } = await meeting.session();
  await ask(id, meeting.member(0), { reason: 'illness', text: '住院做手术' });
  const rows = JSON.stringify(await server.get(Database).manager().query('SELECT * FROM leaves'));
  expect(rows).not.toMatch(/illness|手术/);
  expect((await meeting.noticesOf(meeting.leader)).join()).not.toMatch(/病|手术/);
  expect((await meeting.leader.api.call('listLeaves', { query: { state: 'waiting' } })).items[0]).toMatchObject({ reason: 'illness', text: '住院做手术' });
});

test('the same request again is the same leave; another one for the session is refused while the first holds', async () => {
  const { id } = await meeting.session();
  const clientId = randomUUID();
  const first = await ask(id, meeting.member(0), { clientId });
  expect(await ask(id, meeting.member(0), { clientId })).toEqual(first);
  expect(await meeting.member(0).api.codeOf('createLeave', asked(id))).toBe('LEAVE_EXISTS');
  expect(await meeting.member(0).api.codeOf('createLeave', asked((await meeting.session({ despiteOverlap: true })).id, { clientId }))).toBe('CLIENT_ID_REUSED');
  await decide(first.id, false, meeting.leader, '这场要开会表决');
  expect((await ask(id)).state).toBe('waiting');
});

test('a refusal needs its reason, which the member reads; the same word twice is one decision, another one comes too late', async () => {
  const { id } = await meeting.session();
  const leave = await ask(id);
  expect((await meeting.leader.api.send('decideLeave', { params: { id: leave.id }, body: { approve: false } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
  const refused = await decide(leave.id, false, meeting.leader, '这场要表决');
  expect(await decide(leave.id, false, meeting.leader, '又写一次')).toEqual(refused);
  expect(await meeting.leader.api.codeOf('decideLeave', { params: { id: leave.id }, body: { approve: true } })).toBe('LEAVE_STATE');
  expect(await meeting.noticesOf(meeting.member(0))).toEqual(['请假没有准：“冬油菜田间管理”的假没有准：这场要表决。有不同意见请找组长。']);
  expect(await statusOf(id)).toBeNull();
});

test('nobody decides about themselves: a leader’s own leave goes to an admin', async () => {
  const { id } = await meeting.session();
  const leave = await ask(id, meeting.leader);
  expect(await meeting.leader.api.codeOf('decideLeave', { params: { id: leave.id }, body: { approve: true } })).toBe('OWN_DECISION');
  expect((await meeting.noticesOf(meeting.admin))[0]).toContain('罗组长想请');
  expect((await decide(leave.id, true, meeting.admin)).state).toBe('approved');
});

test('a leader enters one for a member who cannot, and with it says yes', async () => {
  const { id } = await meeting.session();
  const leave = await ask(id, meeting.leader, { memberId: meeting.member(1).member.id, reason: 'illness' });
  expect(leave).toMatchObject({ state: 'approved', member: { name: '组员乙' }, enteredBy: { name: '罗组长' } });
  expect(await statusOf(id, meeting.member(1))).toBe('exempt');
  expect(await meeting.member(0).api.codeOf('createLeave', asked(id, { memberId: meeting.member(2).member.id }))).toBe('NOT_FOUND');
});

test('a leave asked after the fact is told until when the session can be made up', async () => {
  const { id } = await meeting.closed();
  const refused = await meeting.member(0).api.send('createLeave', asked(id));
  expect(refused.error).toMatchObject({ code: 'LEAVE_AFTER_SESSION', message: '这场已经结束，不能再请假。12月8日前可以补学，核实了一样算' });
  meeting = await meeting.later('2026-12-09T10:00:00+08:00');
  expect((await meeting.member(0).api.send('createLeave', asked(id))).error).toMatchObject({ code: 'LEAVE_AFTER_MAKE_UP', message: '这场已经结束，补学也只到12月8日。有特殊情况请找组长' });
});

test('one that was written down before the start and arrives after the close-out waits for the leader, who sees both times', async () => {
  const { id } = await meeting.closed();
  server.at(ends + 3_600_000);
  const leave = await ask(id, meeting.member(0), { capturedAt: begins - 60_000 });
  expect(leave).toMatchObject({ state: 'waiting', late: true, capturedAt: begins - 60_000, receivedAt: server.now() });
  expect((await meeting.noticesOf(meeting.leader)).join()).toContain('11月24日19:29为“冬油菜田间管理”请的假，现在才收到');
  await decide(leave.id, true);
  expect(await statusOf(id)).toBe('leave');
});

test('who was there is not on leave: the leader is told what the roll says', async () => {
  const { id } = await meeting.opened();
  const leave = await ask(id);
  const { member } = meeting.member(0);
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: [meeting.mark(member.id, 'late')] } });
  expect((await meeting.leader.api.send('decideLeave', { params: { id: leave.id }, body: { approve: true } })).error).toMatchObject({ code: 'LEAVE_WAS_THERE', message: '点名记的是“迟到”，来了就不用准假。点错了请先更正' });
  expect((await meeting.leader.api.call('listLeaves')).items[0]?.state).toBe('waiting');
});

test('until the session begins it is taken back, and what the roll said before counts again', async () => {
  const { id } = await meeting.session();
  const leave = await ask(id);
  await decide(leave.id, true);
  const withdrawn = await meeting.member(0).api.call('withdrawLeave', { params: { id: leave.id } });
  expect([withdrawn.state, await statusOf(id)]).toEqual(['withdrawn', null]);
  expect(await meeting.member(0).api.call('withdrawLeave', { params: { id: leave.id } })).toEqual(withdrawn);
  const again = await ask(id);
  server.at(begins);
  expect((await meeting.member(0).api.send('withdrawLeave', { params: { id: again.id } })).error).toMatchObject({ code: 'LEAVE_STARTED', message: '这场11月24日19:30已经开始，不能再撤回。人来了，请组长点名就行' });
});

test('a session that was called off, or expects others, needs no leave', async () => {
  const { id } = await meeting.session();
  const outsider = await server.make.actor({ town: meeting.town });
  expect((await outsider.api.send('createLeave', asked(id))).error).toMatchObject({ code: 'LEAVE_NOT_EXPECTED', message: '“冬油菜田间管理”的应到名单里没有这位同志，不用请假' });
  await meeting.leader.api.call('cancelStudySession', { params: { id }, body: { reason: '农忙' } });
  expect(await meeting.member(0).api.codeOf('createLeave', asked(id))).toBe('SESSION_STATE');
});

test('two leaders who decide differently at once: one word counts, the other is told', async () => {
  const { id } = await meeting.session();
  const leave = await ask(id);
  const [yes, no] = await inTheSameMoment(server, () =>
    Promise.all([
      meeting.leader.api.codeOf('decideLeave', { params: { id: leave.id }, body: { approve: true } }),
      meeting.admin.api.codeOf('decideLeave', { params: { id: leave.id }, body: { approve: false, reason: '要表决' } }),
    ]),
  );
  expect([yes, no].sort()).toEqual(['LEAVE_STATE', 'ok']);
  expect(await statusOf(id)).toBe(yes === 'ok' ? 'leave' : null);
});

test('lists show one’s own, a leader’s people, and everybody to an admin; by state and session', async () => {
  const { id } = await meeting.session();
  await ask(id, meeting.member(0));
  await ask(id, meeting.member(1));
  await ask(id, meeting.leader);
  const total = async ({ api }: Actor, query = {}) => (await api.call('listLeaves', { query: { sessionId: id, ...query } })).total;
  expect([await total(meeting.member(0)), await total(meeting.leader), await total(meeting.leader, { mine: 'true' }), await total(meeting.admin)]).toEqual([1, 3, 1, 3]);
  expect([await total(meeting.admin, { state: 'waiting' }), await total(meeting.admin, { state: 'approved' }), await total(meeting.admin, { groupId: meeting.groupId })]).toEqual([3, 0, 3]);
});
