import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, type SessionAnswer, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Database } from '../platform/database/database.ts';

const afternoon = '2026-11-24T15:00:00+08:00';

let server: TestServer;
let meeting: Meeting;
let second: Actor;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at(afternoon);
  meeting = await Meeting.in(server);
  second = await server.make.actor({ town: meeting.town, roles: ['admin'] });
});

const entered = (more: { memberId?: string; from?: string; to?: string; clientId?: string } = {}) => ({ body: { clientId: randomUUID(), memberId: meeting.member(0).member.id, from: '2026-11-20', to: '2026-12-20', reason: 'illness' as const, evidence: '县医院住院证明', ...more } });
const enter = (more: Parameters<typeof entered>[0] = {}) => meeting.admin.api.call('createExemption', entered(more));
const end = (id: string, on: string) => meeting.admin.api.call('endExemption', { params: { id }, body: { on, why: '提前出院' } });
const statusOf = async (id: string, at = 0) => (await meeting.roll(id)).get(meeting.member(at).member.id)?.status;

async function held(date: string, status: 'absent' | 'present' | null = null): Promise<SessionAnswer> {
  meeting = await meeting.later(shanghai(date, '19:00'));
  const { id, endsAt } = await meeting.opened({ startsAt: shanghai(date) });
  if (status) await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: [meeting.mark(meeting.member(0).member.id, status)] } });
  server.at(endsAt);
  return meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
}

test('it settles what was opened in its days, and what is opened later in them; who was there stays there', async () => {
  const [before, missed, there] = [await held('2026-11-19', 'absent'), await held('2026-11-20', 'absent'), await held('2026-11-23', 'present')];
  const exemption = await enter();
  expect(exemption).toMatchObject({ from: '2026-11-20', to: '2026-12-20', reason: 'illness', evidence: '县医院住院证明', settled: 1, ended: null });
  const later = await held('2026-12-01');
  const after = await held('2026-12-21');
  expect([await statusOf(before.id), await statusOf(missed.id), await statusOf(there.id), await statusOf(later.id), await statusOf(after.id)]).toEqual(['absent', 'exempt', 'present', 'exempt', null]);
  expect((await meeting.admin.api.call('listExemptions')).items[0]?.settled).toBe(2);
  expect((await meeting.noticesOf(meeting.member(0)))[0]).toBe('给你记了免学：11月20日到12月20日免学：这些天的活动、周一和实践都不计。安心办自己的事。');
});

test('ended early it gives back what it settled afterwards; what it settled before stays, with its date', async () => {
  const { id } = await enter({ from: '2026-11-20', to: '2026-12-20' });
  const [first, last] = [await held('2026-11-25'), await held('2026-12-02')];
  const ended = await end(id, '2026-11-30');
  expect(ended).toMatchObject({ to: '2026-11-30', settled: 1, ended: { why: '提前出院', plannedTo: '2026-12-20' } });
  expect([await statusOf(first.id), await statusOf(last.id)]).toEqual(['exempt', null]);
  expect(await end(id, '2026-11-30')).toEqual(ended);
  expect((await meeting.admin.api.send('endExemption', { params: { id }, body: { on: '2026-11-28', why: '又改' } })).error).toMatchObject({ code: 'EXEMPTION_ENDED', message: '这次免学已经改到11月30日为止。还要改，请刷新看一眼' });
  expect(await statusOf((await held('2026-12-05')).id)).toBeNull();
});

test('a mistake is ended the day before it began, as if it had never been', async () => {
  const missed = await held('2026-11-20', 'absent');
  const { id } = await enter();
  await end(id, '2026-11-19');
  expect(await statusOf(missed.id)).toBe('absent');
  expect((await enter()).settled).toBe(1);
  expect((await meeting.admin.api.send('endExemption', { params: { id: (await enter({ from: '2027-01-01', to: '2027-01-31' })).id }, body: { on: '2027-01-31', why: '照旧' } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'on' });
});

test('days that overlap, end before they begin, or last over a year are refused; nobody enters their own', async () => {
  await enter();
  expect((await meeting.admin.api.send('createExemption', entered({ from: '2026-12-20', to: '2026-12-31' }))).error).toMatchObject({ code: 'EXEMPTION_OVERLAPS', message: '这位同志11月20日到12月20日已经免学，日子不能重叠' });
  const wrong = async (from: string, to: string) => (await meeting.admin.api.send('createExemption', entered({ memberId: meeting.member(1).member.id, from, to }))).error.field;
  expect([await wrong('2026-11-24', '2026-11-23'), await wrong('2026-11-24', '2027-11-30'), await wrong('2025-06-01', '2025-07-01')]).toEqual(['to', 'to', 'from']);
  expect(await meeting.admin.api.codeOf('createExemption', entered({ memberId: meeting.admin.member.id }))).toBe('OWN_DECISION');
});

test('entered by several admins in the same instant it is one; two for different people are two', async () => {
  const [one, other] = [meeting.member(0).member.id, meeting.member(1).member.id];
  const asks = [[meeting.admin, one, '2026-11-20'], [second, one, '2026-11-25'], [meeting.admin, one, '2026-12-01'], [second, other, '2026-11-20']] as const;
  const codes = await inTheSameMoment(server, () => Promise.all(asks.map(([{ api }, memberId, from]) => api.codeOf('createExemption', entered({ memberId, from })))));
  expect(codes.slice(0, 3).sort()).toEqual(['EXEMPTION_OVERLAPS', 'EXEMPTION_OVERLAPS', 'ok']);
  expect([codes[3], (await meeting.admin.api.call('listExemptions')).total]).toEqual(['ok', 2]);
});

test('the same entry again is the same exemption', async () => {
  const clientId = randomUUID();
  const first = await enter({ clientId });
  expect(await enter({ clientId })).toEqual(first);
  expect(await meeting.admin.api.codeOf('createExemption', entered({ clientId, memberId: meeting.member(1).member.id }))).toBe('CLIENT_ID_REUSED');
});

test('why is sealed in the database; the member, the leader and the admins read it, the committee sees the days', async () => {
  await enter();
  const committee = await server.make.actor({ town: meeting.town, roles: ['committee'] });
  expect(JSON.stringify(await server.get(Database).manager().query('SELECT * FROM exemptions'))).not.toMatch(/illness|住院/);
  const seen = async ({ api }: Actor) => (await api.call('listExemptions', { query: { on: '2026-11-24' } })).items.map(({ from, reason, evidence }) => [from, reason, evidence]);
  for (const actor of [meeting.member(0), meeting.leader, second]) expect(await seen(actor)).toEqual([['2026-11-20', 'illness', '县医院住院证明']]);
  expect(await seen(committee)).toEqual([['2026-11-20', null, null]]);
  expect(await seen(meeting.member(1))).toEqual([]);
  expect((await second.api.call('listExemptions', { query: { on: '2026-12-21' } })).total).toBe(0);
});

type Line = Answer<'getMyReceipt'>['lines'][number] | undefined;
const receipt = () => meeting.member(0).api.call('getMyReceipt', { params: { month: '2026-11' } });
const line = async (dimension: string): Promise<Line> => (await receipt()).lines.find((one) => one.dimension === dimension);

test('it takes sessions, Mondays and practice chances out of the member’s month; a check-in in it still counts', async () => {
  meeting = await meeting.later('2026-11-08T12:00:00+08:00');
  for (const monday of ['2026-11-09', '2026-11-16', '2026-11-23']) await sendTheme(server, meeting.town, monday);
  await held('2026-11-25', 'absent');
  meeting = await meeting.later('2026-11-26T19:00:00+08:00');
  await meeting.opened({ startsAt: shanghai('2026-11-26'), kind: 'practice' });
  expect(await line('selfStudy')).toMatchObject({ formula: '16 × 打卡0次 ÷ 4个周一 = 0，规则2026-1版' });
  await enter({ from: '2026-11-16', to: '2026-11-30' });
  expect(await receipt()).toMatchObject({ exempt: 'part' });
  expect([await line('selfStudy'), await line('night'), await line('practice')]).toMatchObject([{ formula: '16 × 打卡0次 ÷ 1个周一 = 0，规则2026-1版' }, { offered: false, events: [{ effect: '不计' }] }, { offered: false, events: [{ effect: '不计' }] }]);
  await meeting.member(0).api.call('createCheckIn', { body: { clientId: randomUUID(), monday: '2026-11-23', capturedAt: server.now(), takeaway: { kind: 'text', text: '病房里看的' } } });
  expect(await line('selfStudy')).toMatchObject({ formula: '16 × 打卡1次 ÷ 2个周一 = 8，规则2026-1版' });
});

test('a month wholly exempt is not rated, never poor', async () => {
  await held('2026-11-02', 'absent');
  await held('2026-11-03', 'absent');
  meeting = await meeting.later('2026-12-01T09:00:00+08:00');
  expect((await receipt()).exempt).toBe('none');
  await enter({ from: '2026-10-20', to: '2026-12-05' });
  expect(await receipt()).toMatchObject({ exempt: 'whole', S: null, sumEarned: '0.00', mostStill: '0.00', spoken: '十一月整月免学，这个月不评。' });
});
