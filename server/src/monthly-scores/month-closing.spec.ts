import { randomUUID } from 'node:crypto';
import { AnyMonth, type AnyPerson, type AnySession } from '../../test/any-month.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { ballotOf, cast, circleOf, november } from '../../test/votes.ts';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';
import { Database } from '../platform/database/database.ts';
import { StudySession } from '../study-sessions/study-session.entity.ts';
import { LaterFactsService } from './later-facts.service.ts';
import { MonthlyScoresRepository } from './monthly-scores.repository.ts';
import { MonthlyScoresService } from './monthly-scores.service.ts';
import type { ScoredRow } from './month-scoring.service.ts';

const month = '2026-11';
const cutOff = '2026-12-04T00:00:00+08:00';
let servers: TestServer[] = [];
let server: TestServer;
let meeting: Meeting;
let anyMonth: AnyMonth;

beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-02T10:00:00+08:00', wechat: true });
  servers = [server];
  meeting = await Meeting.in(server, 1);
  await sendTheme(server, meeting.town, '2026-11-02');
  const sessions = await held([['night', '2026-11-05'], ['centralized', '2026-11-30']]);
  anyMonth = new AnyMonth(server, meeting.town, { firstDay: '2026-11-01', groupIds: [meeting.groupId], sessions, mondays: ['2026-11-02'] });
});
afterEach(async () => {
  for (const one of [...servers].reverse()) await one.close();
});

async function held(all: readonly (readonly [AnySession['kind'], string])[]): Promise<AnySession[]> {
  const { id } = await meeting.session({ startsAt: shanghai(all[0]?.[1] ?? '') });
  const sample = await server.get(Database).rows(StudySession).findOneByOrFail({ townId: meeting.town.id, id });
  const rows = all.map(([kind, date]): StudySession => ({ ...sample, id: randomUUID(), clientId: randomUUID(), kind, date, startsAt: shanghai(date), endsAt: shanghai(date, '21:00'), state: 'closed' }));
  await server.make.act(meeting.town, () => server.get(Database).rows(StudySession).insert(rows));
  return rows;
}

const person = (more: Partial<AnyPerson> = {}): AnyPerson => ({ state: 'active', moves: [0], left: null, exempt: [], attended: [], checkIns: [], notes: [], ...more });
const there = (session: number, status: AnyPerson['attended'][number]['status']) => ({ session, status, guest: false, spoke: false });
const scores = (of: string = month) => server.get(MonthlyScoresService).month(meeting.town.scope, of);

async function rowsOf(of = month, on = server): Promise<ScoredRow[]> {
  const rows: ScoredRow[] = [];
  for await (const chunk of on.get(MonthlyScoresService).ofTown(meeting.town.scope, of)) rows.push(...chunk);
  return rows;
}
async function rowOf(memberId = '', of = month): Promise<ScoredRow | undefined> {
  return (await server.get(MonthlyScoresService).scoresOf(meeting.town.scope, of, [memberId])).get(memberId);
}
async function close(at: string = cutOff, on = server): Promise<void> {
  server.at(at);
  await on.runJob('month-closing');
}

test('at the end of the third working day everybody is scored once, by the facts of the receipt', async () => {
  const [keen, ill, quiet] = await anyMonth.write([
    person({ attended: [there(0, 'present'), there(1, 'late')], checkIns: [{ monday: 0, state: 'counts' }] }),
    person({ exempt: [{ from: 0, days: 40 }], attended: [there(0, 'present'), there(1, 'present')] }),
    person({ attended: [there(0, null)] }),
  ]);
  await close('2026-12-03T23:59:59+08:00');
  expect([await rowsOf(), await scores()]).toMatchObject([[], { stage: 'completing', cutOffAt: null, calendar: { completeUntil: '2026-12-03', voteFrom: '2026-12-04', voteUntil: '2026-12-08', confirmFrom: '2026-12-09', confirmUntil: '2026-12-10' } }]);
  for (const at of [cutOff, '2026-12-04T00:01:00+08:00']) await close(at);
  expect(await scores()).toMatchObject({ stage: 'voting', cutOffAt: Date.parse(cutOff), scoredAt: Date.parse(cutOff), rubricVersion: '2026-1' });
  // (15 + 15 + 16) of 30 + 15 + 20.
  expect(await rowOf(keen)).toMatchObject({ rated: true, s: 7077, p: null, m: 7077, grade: 'fair', groupId: meeting.groupId, exempt: 'none' });
  const committee = await server.make.actor({ town: meeting.town, roles: ['committee'] });
  expect((await committee.api.call('getMemberReceipt', { params: { id: keen ?? '', month } })).S).toBe('70.77');
  expect(await rowOf(ill)).toMatchObject({ rated: false, s: null, m: null, grade: null, exempt: 'whole' });
  // A month with one kind of study is not rated.
  expect(await rowOf(quiet)).toMatchObject({ rated: false, s: null, grade: null });
});

test('what comes after the cut-off is shown, changes no figure and is told to become an adjustment', async () => {
  await sendTheme(server, meeting.town, '2026-11-30');
  await anyMonth.write([]);
  const me = meeting.member(0);
  server.at('2026-11-30T20:00:00+08:00');
  await close();
  const own = await server.make.anew(me);
  const receipt = () => own.api.call('getMyReceipt', { params: { month } });
  const before = await receipt();
  await own.api.call('createCheckIn', { body: { clientId: randomUUID(), monday: '2026-11-30', capturedAt: Date.parse('2026-11-30T21:00:00+08:00'), takeaway: { kind: 'text', text: '山上没有信号，下山才发出' } } });
  const after = await receipt();
  const events = after.lines.find(({ dimension }) => dimension === 'selfStudy')?.events.map(({ title, effect }) => `${title} ${effect}`);
  expect([before.sumEarned, after.sumEarned]).toEqual(['0.00', '0.00']);
  expect(events).toEqual(['第45周主题：把饭碗端在自己手上 没有记', '第49周主题：把饭碗端在自己手上 记1次', '截止以后的变动 不改这个月的分，另记一笔调整']);
});

test('somebody without a group is on the sheet, and a town without a session has a month that rates nobody', async () => {
  const [lone] = await anyMonth.write([person({ moves: [], attended: [there(0, 'present')] })]);
  await close();
  expect(await rowOf(lone)).toMatchObject({ groupId: null, rated: false });
  await close('2027-01-07T00:00:00+08:00');
  expect(await scores('2026-12')).toMatchObject({ stage: 'voting' });
  expect((await rowsOf('2026-12')).every(({ rated, s, grade }) => !rated && s === null && grade === null)).toBe(true);
});

test('what was on 31 December is December’s, what was on 1 January is January’s; whoever moved on New Year’s Eve is December’s new group', async () => {
  const other = await server.make.group(meeting.town);
  const sessions = await held([['night', '2026-12-31'], ['night', '2027-01-01']]);
  const winter = new AnyMonth(server, meeting.town, { firstDay: '2026-12-01', groupIds: [meeting.groupId, other.id], sessions, mondays: [] });
  const [both] = await winter.write([person({ moves: [0, 30], attended: [there(0, 'present'), there(1, 'absent')] })]);
  await close('2027-02-06T00:00:00+08:00');
  expect([(await rowOf(both, '2026-12'))?.facts, (await rowOf(both, '2027-01'))?.facts]).toMatchObject([{ night: ['present'] }, { night: ['absent'] }]);
  expect([(await rowOf(both, '2026-12'))?.groupId, await rowOf(both)]).toEqual([other.id, undefined]);
});

test('killed between two chunks, or begun by two replicas at once, it goes on and comes to the same', async () => {
  const other = await startTestServer({ beside: server });
  servers.push(other);
  await anyMonth.write(Array.from({ length: 2_300 }, (_, at) => person({ attended: [there(0, at % 2 ? 'present' : 'late'), there(1, at % 3 ? 'present' : 'absent')] })));
  killAtChunk(server.get(MonthlyScoresRepository), 2);
  await expect(close()).rejects.toThrow('killed');
  expect([(await rowsOf()).length, (await scores()).scoredAt]).toEqual([1_000, null]);
  await Promise.all([close(cutOff, other), close()]);
  const rows = await rowsOf();
  expect([rows.length, new Set(rows.map(({ memberId }) => memberId)).size, (await scores()).scoredAt]).toEqual([2_306, 2_306, Date.parse(cutOff)]);
  const again = await server.make.act(meeting.town, () => server.get(MonthlyScoresService).settle(meeting.town.scope, month));
  await close('2026-12-05T00:00:00+08:00', other);
  expect([again, await rowsOf()]).toEqual([0, rows]);
}, 60_000);

/** The process dies inside the transaction of a chunk. */
function killAtChunk(repository: MonthlyScoresRepository, at: number): void {
  const insert = repository.insert.bind(repository);
  let chunks = 0;
  repository.insert = async (...given) => {
    chunks += 1;
    if (chunks !== at) return insert(...given);
    await insert(given[0], given[1].slice(0, 300));
    throw new Error('killed');
  };
}

test('votes, bonus and deduction score the stored facts anew until the month is published, and never after', async () => {
  const [keen] = await anyMonth.write([person({ attended: [there(0, 'present'), there(1, 'present')] })]);
  await close();
  const before = await rowOf(keen);
  const later = { bonus: ['2'], ballots: { excellent: 5 }, entitled: 5 };
  server.get(LaterFactsService).add(async () => new Map([[keen ?? '', later]]));
  const after = await rowOf(keen);
  // 45 of 65 is 69.23; two more points, and 95 from everybody: 0.7 × 71.23 + 0.3 × 95.
  expect([before, after]).toMatchObject([{ s: 6923, p: null, m: 6923, grade: 'fair' }, { s: 7123, p: 9500, m: 7836, grade: 'fair' }]);
  server.at('2026-12-09T10:00:00+08:00');
  const published = await server.make.act(meeting.town, async () => {
    expect(await server.get(MonthlyScoresService).settle(meeting.town.scope, month)).toBe(1);
    return server.get(AssessmentMonthsService).publish(meeting.town.scope, month);
  });
  later.bonus = ['5'];
  expect([await rowOf(keen), published]).toMatchObject([{ s: 7123, m: 7836 }, { publishedOn: '2026-12-09', publishedUntil: '2026-12-14' }]);
  expect((await scores()).stage).toBe('publication');
  server.at('2026-12-15T00:00:00+08:00');
  expect((await scores()).stage).toBe('locked');
  await expect(server.make.act(meeting.town, () => server.get(AssessmentMonthsService).publish(meeting.town.scope, month))).rejects.toMatchObject({ code: 'MONTH_PUBLISHED' });
});

test('what colleagues gave each other in secret is scored with the facts of the cut-off', async () => {
  await close();
  server.at(november.open);
  const circle = await circleOf(server, 6, meeting.town);
  for (const voter of circle.people) expect(await cast(voter, ballotOf(circle, voter, () => 'good'))).toBe('ok');
  const ratee = circle.people[0]?.member.id ?? '';
  expect((await server.get(LaterFactsService).of(meeting.town.scope, month, [ratee])).get(ratee)).toEqual({ ballots: { excellent: 0, good: 5, fair: 0, poor: 0 }, entitled: 5 });
});

test('a holiday that is entered late moves the stages that have not begun, and none that has', async () => {
  await close('2026-12-01T09:00:00+08:00');
  const admin = await server.make.anew(meeting.admin);
  for (const day of ['2026-12-02', '2026-12-07', '2026-12-09']) await admin.api.call('setDayException', { params: { day }, body: { kind: 'off', label: '停电' } });
  await close('2026-12-01T10:00:00+08:00');
  // The records are still due on the third; the vote has lost a Monday and a Wednesday.
  expect((await scores()).calendar).toEqual({ completeUntil: '2026-12-03', voteFrom: '2026-12-04', voteUntil: '2026-12-10', confirmFrom: '2026-12-11', confirmUntil: '2026-12-14' });
  await close('2026-12-04T10:00:00+08:00');
  await admin.api.call('clearDayException', { params: { day: '2026-12-07' } });
  await close('2026-12-04T11:00:00+08:00');
  expect((await scores()).calendar).toMatchObject({ voteUntil: '2026-12-10', confirmFrom: '2026-12-11' });
});

test('a server that comes back after months closes each that is over, and none before the town was here', async () => {
  await close('2027-03-10T09:00:00+08:00');
  expect((await Promise.all(['2026-10', '2026-11', '2026-12', '2027-01', '2027-02', '2027-03'].map(scores))).map(({ scoredAt }) => scoredAt !== null)).toEqual([false, true, true, true, true, false]);
});

test('a month that has not begun has no rating', async () => {
  await expect(scores('2026-12')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  expect(await scores()).toMatchObject({ stage: 'running', scoredAt: null, publishedOn: null });
});
