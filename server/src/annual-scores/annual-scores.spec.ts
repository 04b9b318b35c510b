import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { dayOf, months, WholeYear } from '../../test/whole-year.ts';
import { ObjectionsRepository } from '../objections/objections.repository.ts';
import { Database } from '../platform/database/database.ts';
import { OpeningEntry } from '../score-entries/opening-entry.entity.ts';
import { ScoreEntry } from '../score-entries/score-entry.entity.ts';
import { AnnualScoresRepository } from './annual-scores.repository.ts';

const year = '2026';
const params = { year };
let server: TestServer;
let whole: WholeYear;
let first: string;
let second: string;
let committee: Actor;

/** The first group has four who are graded, so one place; the second one person, who came on 31 December. */
let [keen, equal, tardy, joined, moved, brief, gone, lone] = ['', '', '', '', '', '', '', ''];

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-02T10:00:00+08:00' });
}, 60_000);
beforeEach(async () => {
  server.at('2026-01-02T10:00:00+08:00');
  whole = await WholeYear.in(server, async (town) => {
    [first, second] = [(await server.make.group(town)).id, (await server.make.group(town)).id];
    return [first, second];
  });
  [keen = '', equal = '', tardy = '', joined = '', moved = '', brief = '', gone = '', lone = ''] = await whole.write([
    { at: ['present', 'present'] },
    { at: ['present', 'present'] },
    { at: ['late', 'present'] },
    { at: ['present', 'absent'], moves: [dayOf('2026-07-01')], from: '2026-07' },
    { at: ['present', 'present'], moves: [0, dayOf('2026-12-31')] },
    { at: ['present', 'present'], moves: [dayOf('2026-09-01')], from: '2026-09' },
    { at: ['present', 'present'], state: 'transferred_out', left: dayOf('2026-08-31'), until: '2026-08' },
    { at: ['present', 'present'], moves: [] },
  ]);
}, 60_000);
afterAll(() => server.close());

async function at(instant: string): Promise<void> {
  server.at(instant);
  committee = await server.make.actor({ town: whole.town, roles: ['committee'], groupId: null });
}
/** All months are published; December is locked. */
async function over(): Promise<void> {
  await whole.publish();
  await at('2027-01-18T10:00:00+08:00');
}
async function run(after = 0, W = '10'): Promise<void> {
  await committee.api.call('runAssessmentYear', { params, body: { after, W } });
  await server.runJob('annual-scoring');
}
const board = () => committee.api.call('getAssessmentYear', { params });
const scores = async (groupId: string): Promise<Map<string, Answer<'listAnnualScores'>['items'][number]>> => {
  const { items } = await committee.api.call('listAnnualScores', { params, query: { groupId, pageSize: 100 } });
  return new Map(items.map((item) => [item.member.memberId, item]));
};
const resultOf = async (groupId: string, id: string) => {
  const { T, performance, grade, needsDecision, reason } = (await scores(groupId)).get(id) ?? {};
  return [T, performance, grade, needsDecision, reason];
};
const decision = (memberIds: string[], more: object = {}) => ({ params, body: { clientId: randomUUID(), groupId: first, memberIds, metOn: '2027-01-18', minutes: '镇党委纪要〔2027〕3号', reason: '全年带头讲课', ...more } });
async function entered(memberId: string, points: number, more: Partial<ScoreEntry> = {}): Promise<void> {
  const row: ScoreEntry = {
    ...{ townId: whole.town.id, id: randomUUID(), kind: 'results', period: year, memberId, groupId: first, points, happenedOn: '2026-12-20', reason: '带动五户种柑橘', evidence: '村委会证明', fileId: null, talkedBy: null, held: `results ${year}` },
    ...{ clientId: randomUUID(), enteredBy: committee.member.id, enteredAt: server.now(), reversedAt: null, reversedBy: null, reversalReason: null, ...more },
  };
  await server.make.act(whole.town, () => server.get(Database).rows(ScoreEntry).insert(row));
}

test('a whole year: everybody of 31 December has the score that one can reckon by hand', async () => {
  await over();
  expect(await board()).toMatchObject({ stage: 'due', run: 0, W: '10', groups: null, months: months.map((month) => ({ month, stage: 'locked' })) });
  await entered(tardy, 800);
  await run();
  // 0.8 × 100 + 10; 48 of 32 hours.
  expect(await resultOf(first, keen)).toEqual(['90.00', '9.00', 'good', true, null]);
  // 30 of 45 points are 66.67: 53.336 + 10 + 8, at 36 hours.
  expect(await resultOf(first, tardy)).toEqual(['71.34', '7.13', 'fair', false, null]);
  // From July on six months at 66.67, and 12 of the 16 hours of half a year: 53.336 + 7.5.
  expect(await resultOf(first, joined)).toEqual(['60.84', '6.08', 'fair', false, null]);
  // In the second group since New Year's Eve, where nobody else is graded.
  expect(await resultOf(second, moved)).toEqual(['90.00', '9.00', 'excellent', false, null]);
  // Four rated months are too few; nobody asked anything of somebody without a group.
  expect(await resultOf(first, brief)).toEqual([null, null, null, false, 'months']);
  expect(await resultOf('none', lone)).toEqual([null, null, null, false, 'membership']);
  const all = [...(await scores(first)).keys(), ...(await scores(second)).keys(), ...(await scores('none')).keys()];
  expect(all).not.toContain(gone);
  expect((await scores(first)).get(joined)).toMatchObject({ final: true, ratedMonths: 6, mean: '66.67', hours: '12', requiredHours: '16', absences: 6, centralizedRatio: '1/1', practices: 0 });
});

test('whoever left at the end of 31 December is on the sheet, whoever left the day before or came on 1 January is not', async () => {
  const at = ['present', 'present'] as const;
  const [last = '', before = '', after = ''] = await whole.write([
    { at, state: 'transferred_out', left: dayOf('2026-12-31') },
    { at, state: 'transferred_out', left: dayOf('2026-12-30') },
    { at, moves: [dayOf('2027-01-01')], attended: [] },
  ]);
  await over();
  await run();
  const listed = await scores(first);
  expect([last, before, after].map((id) => listed.has(id))).toEqual([true, false, false]);
  expect(listed.get(last)).toMatchObject({ T: '90.00', ratedMonths: 12, requiredHours: '32' });
});

test('a tie across the cap’s edge waits for the committee’s minute, and only then the year can be published', async () => {
  await over();
  await run();
  expect(await board()).toMatchObject({ stage: 'deciding', groups: expect.arrayContaining([expect.objectContaining({ group: expect.objectContaining({ id: first }), graded: 4, tied: 2 })]) });
  expect(await committee.api.codeOf('publishAssessmentYear', { params })).toBe('YEAR_STATE');
  const { items } = await committee.api.call('listCapTies', { params });
  expect(items).toMatchObject([{ group: { id: first }, places: 1, decision: null }]);
  expect(items[0]?.people.map(({ member, T }) => [member.memberId, T]).sort()).toEqual([[keen, '90.00'], [equal, '90.00']].sort());

  const refused = async (sent: ReturnType<typeof decision>) => (await committee.api.send('decideCapTie', sent)).error?.code;
  expect(await refused(decision([keen, equal]))).toBe('CAP_PLACES');
  expect(await refused(decision([]))).toBe('CAP_PLACES');
  expect(await refused(decision([tardy]))).toBe('CAP_NOT_TIED');
  expect(await refused(decision([moved], { groupId: second }))).toBe('CAP_NOT_TIED');
  expect(await refused(decision([keen], { metOn: '2027-01-17' }))).toBe('CAP_MEETING_DATE');
  expect(await refused(decision([keen], { metOn: '2027-01-19' }))).toBe('CAP_MEETING_DATE');
  expect(await refused(decision([keen], { reason: ' ' }))).toBe('INPUT_INVALID');

  const sent = decision([equal]);
  const decided = await committee.api.call('decideCapTie', sent);
  expect(decided).toMatchObject({ places: 1, decision: { chosen: [{ memberId: equal }], metOn: '2027-01-18', minutes: '镇党委纪要〔2027〕3号', reason: '全年带头讲课', by: { memberId: committee.member.id } } });
  expect(await committee.api.call('decideCapTie', sent)).toEqual(decided);
  expect(await refused(decision([keen]))).toBe('CAP_DECIDED');
  expect([await resultOf(first, equal), await resultOf(first, keen)]).toEqual([['90.00', '9.00', 'excellent', false, null], ['90.00', '9.00', 'good', false, null]]);
  expect((await board()).stage).toBe('committee');
  // Monday 18 January, and five working days.
  expect(await committee.api.call('publishAssessmentYear', { params })).toEqual({ on: '2027-01-18', until: '2027-01-25', code: expect.stringMatching(/^(\w{4}-?){3}$/) });
  const { code } = (await board()).published ?? { code: '' };
  expect(await server.api.call('verifyPublication', { params: { code } })).toMatchObject({ kind: 'year', period: year, unchanged: true, people: 13, corrections: 0 });
  expect((await board()).stage).toBe('publication');
  await at('2027-01-26T00:00:00+08:00');
  expect((await board()).stage).toBe('locked');
  expect(await committee.api.codeOf('runAssessmentYear', { params, body: { after: 1, W: '10' } })).toBe('YEAR_STATE');
});

test('equals are told apart by absences before anybody is asked', async () => {
  const attended = months.flatMap((_, of) => [0, 1].map((kind) => ({ session: of * 2 + kind, status: of === 4 && kind === 1 ? ('absent' as const) : ('present' as const), guest: false, spoke: false })));
  const [once = ''] = await whole.write([{ at: ['present', 'present'], moves: [0, dayOf('2026-12-31')], attended }]);
  await over();
  // One month of 66.67 in twelve: 77.778 + 10 + 2.22 is published as 90.00, too.
  await entered(once, 222);
  await run();
  expect([await resultOf(second, moved), await resultOf(second, once)]).toEqual([['90.00', '9.00', 'excellent', false, null], ['90.00', '9.00', 'good', false, null]]);
});

test('a year is summed up only when its months are locked, by one run at a time, and as often as the committee wants until it is published', async () => {
  await whole.publish(months.slice(0, 11));
  await at('2026-12-20T10:00:00+08:00');
  expect((await board()).stage).toBe('running');
  const refused = async (after: number, W = '10') => (await committee.api.send('runAssessmentYear', { params, body: { after, W } })).error;
  expect(await refused(0)).toMatchObject({ code: 'YEAR_NOT_OVER', message: '2026年还不能汇总：12月还没有锁定' });
  await whole.publish(['2026-12']);
  await at('2027-01-11T10:00:00+08:00');
  expect(await refused(0)).toMatchObject({ code: 'YEAR_NOT_OVER', message: '2026年还不能汇总：12月（公示）还没有锁定' });
  await at('2027-01-18T10:00:00+08:00');
  for (const W of ['0', '-1', '100.01', '十']) expect(await refused(0, W)).toMatchObject({ code: 'INPUT_INVALID', field: expect.stringContaining('W') });
  const two = await Promise.all([0, 0].map((after) => committee.api.send('runAssessmentYear', { params, body: { after, W: '10' } })));
  expect(two.map(({ error }) => error?.code ?? 'ok').every((code) => ['ok', 'YEAR_RUN_AGAIN'].includes(code))).toBe(true);
  expect((await board()).stage).toBe('scoring');
  await server.runJob('annual-scoring');
  await committee.api.call('decideCapTie', decision([keen]));
  // A weight of twelve and a half, and the tie is decided anew.
  await run(1, '12.5');
  expect(await resultOf(first, keen)).toEqual(['90.00', '11.25', 'good', true, null]);
  expect(await refused(1)).toMatchObject({ code: 'YEAR_RUN_AGAIN' });
  expect((await committee.api.call('listCapTies', { params })).items).toMatchObject([{ decision: null }]);
  expect(await board()).toMatchObject({ run: 2, W: '12.50', stage: 'deciding' });
});

test('a month’s objection that waits for its answer keeps the year from being summed up', async () => {
  await over();
  const waiting = { id: randomUUID(), clientId: randomUUID(), kind: 'month' as const, period: '2026-12', memberId: keen, groupId: first, about: 'night' as const, text: '少记一场', way: 'paper' as const, loggedBy: null };
  const objection = { ...waiting, receivedOn: '2027-01-12', receivedAt: server.now(), state: 'open' as const, contestUntil: null, contestText: null };
  const objections = server.get(ObjectionsRepository);
  await server.make.act(whole.town, () => objections.insert(whole.town.scope, objection));
  const { error } = await committee.api.send('runAssessmentYear', { params, body: { after: 0, W: '10' } });
  expect(error).toMatchObject({ code: 'YEAR_FROZEN', message: '2026年还有1条月评异议没有答复，答复以后再来' });
  await server.make.act(whole.town, () => objections.move(whole.town.scope, objection, { state: 'withdrawn' }));
  await run();
  expect((await board()).scoredAt).not.toBeNull();
});

test('killed between two chunks it goes on, and a second time it comes to the same', async () => {
  await over();
  await whole.write(Array.from({ length: 1_100 }, () => ({ at: ['late', 'present'] as const })));
  killAtChunk(server.get(AnnualScoresRepository), 2);
  await expect(run()).rejects.toThrow('killed');
  expect((await board()).stage).toBe('scoring');
  await server.runJob('annual-scoring');
  const before = [...(await scores(first)).values()];
  const { groups } = await board();
  expect(groups?.find(({ group }) => group?.id === first)).toMatchObject({ people: 1_105 });
  await run(1);
  expect([[...(await scores(first)).values()], (await board()).groups]).toEqual([before, groups]);
}, 60_000);

/** The process dies inside the transaction of a chunk. */
function killAtChunk(repository: AnnualScoresRepository, at: number): void {
  const insert = repository.insert.bind(repository);
  let chunks = 0;
  repository.insert = async (scope, rows) => {
    chunks += 1;
    if (chunks !== at) return insert(scope, rows);
    await insert(scope, rows.slice(0, 100));
    throw new Error('killed');
  };
}

test('what a town entered for the months before it joined counts, with its hours and the months that are owed for it', async () => {
  await over();
  const opening = (kind: OpeningEntry['kind'], period: string, figure: number | null): OpeningEntry => ({
    ...{ townId: whole.town.id, id: randomUUID(), kind, year, period, memberId: brief, figure, evidence: '原台账', held: period, clientId: randomUUID(), enteredBy: committee.member.id, enteredAt: server.now(), reversedAt: null, reversedBy: null, reversalReason: null },
  });
  await server.make.act(whole.town, () => server.get(Database).rows(OpeningEntry).insert([opening('month', '2026-07', 8_000), opening('month', '2026-08', 7_000), opening('hours', year, 250)]));
  await run();
  // (4 × 100 + 80 + 70) ÷ 6 × 0.8 is 73.33; 16 + 2.5 hours of 16 for six months.
  expect(await resultOf(first, brief)).toEqual(['83.33', '8.33', 'good', false, null]);
});

test('before it is summed up the committee sees it as the records stand, without grades', async () => {
  await whole.publish(months.slice(0, 7));
  await at('2026-08-20T10:00:00+08:00');
  expect((await scores(first)).get(keen)).toMatchObject({ final: false, T: '90.00', performance: null, grade: null, ratedMonths: 7, mean: '100.00', requiredHours: '32' });
  expect((await scores(first)).get(moved)).toBeDefined();
  expect((await committee.api.send('getAssessmentYear', { params: { year: '2027' } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'year' });
});

test('a member sees the own year with every part of it; grade and performance once they are published', async () => {
  const me = await server.make.actor({ town: whole.town, groupId: first, since: '2026-01-01' });
  const own = async () => (await server.make.anew(me)).api.call('getMyAnnualScore', { params });
  await whole.publish(months.slice(0, 3));
  const early = await own();
  expect(early).toMatchObject({ stage: 'running', final: false, T: null, grade: null, reason: 'months', sum: '0.00', lines: [{ part: 'months' }, { part: 'hours', stillPossible: '还差32学时，最多还能记10分' }, { part: 'results' }] });
  expect(early.months.map(({ state }) => state)).toEqual(['published', 'published', 'published', 'running', ...Array.from({ length: 8 }, () => 'coming')]);
  await whole.publish(months.slice(3));
  await at('2027-01-18T10:00:00+08:00');
  await run();
  await committee.api.call('decideCapTie', decision([keen]));
  const theirs = (id: string) => committee.api.call('getMemberAnnualScore', { params: { year, id } });
  expect(await theirs(keen)).toMatchObject({ final: true, T: '90.00', performance: '9.00', grade: 'excellent', sum: '90.00', rounding: null, months: months.map((month) => ({ month, state: 'published', M: '100.00', grade: 'excellent' })) });
  expect(await own()).toMatchObject({ final: false, grade: null });
  await committee.api.call('publishAssessmentYear', { params });
  expect(await own()).toMatchObject({ final: true, stage: 'publication' });
});

test('grades are for the committee and the admins, names and grades alone, once they are published', async () => {
  await over();
  await run();
  const admin = await server.make.actor({ town: whole.town, roles: ['admin'], groupId: null });
  const grades = () => admin.api.send('listAnnualGrades', { params, query: { groupId: first, pageSize: 100 } });
  expect((await grades()).error?.code).toBe('YEAR_STATE');
  await committee.api.call('decideCapTie', decision([keen]));
  await committee.api.call('publishAssessmentYear', { params });
  const { items } = (await grades()).body as Answer<'listAnnualGrades'>;
  expect(items.find(({ member }) => member.memberId === keen)).toEqual({ member: { memberId: keen, name: '学员' }, grade: 'excellent' });
});

test('after it is published a line is followed by another one with its reason, and nobody else’s grade moves', async () => {
  await over();
  await run();
  await committee.api.call('decideCapTie', decision([keen]));
  const correct = (memberId: string, more: object = {}) => committee.api.send('correctAnnualScore', { params, body: { clientId: randomUUID(), memberId, reason: '成果材料补齐了', ...more } });
  expect((await correct(tardy)).error?.code).toBe('YEAR_STATE');
  await committee.api.call('publishAssessmentYear', { params });
  expect((await correct(tardy)).error?.code).toBe('ANNUAL_SAME');
  expect((await correct(gone)).error?.code).toBe('ANNUAL_NOT_LISTED');
  await entered(tardy, 200);
  await entered(equal, 500);
  const clientId = randomUUID();
  const first_ = await correct(tardy, { clientId });
  expect(first_.body).toMatchObject({ on: '2027-01-18', reason: '成果材料补齐了', before: { T: '63.34', performance: '6.33', grade: 'fair' }, after: { T: '65.34', performance: '6.53', grade: 'fair' }, by: { memberId: committee.member.id } });
  expect((await correct(tardy, { clientId })).body).toEqual(first_.body);
  expect((await correct(tardy, { clientId, reason: '别的' })).error?.code).toBe('CLIENT_ID_REUSED');
  expect((await correct(tardy)).error?.code).toBe('ANNUAL_SAME');
  // The one place is taken: better by now than the one who holds it, and still good.
  expect((await correct(equal)).body).toMatchObject({ before: { grade: 'good' }, after: { T: '95.00', grade: 'good' } });
  expect(await resultOf(first, keen)).toEqual(['90.00', '9.00', 'excellent', false, null]);
  expect((await scores(first)).get(tardy)).toMatchObject({ T: '65.34', corrected: true });
  expect((await committee.api.call('listAnnualCorrections', { params })).items.map(({ member }) => member.memberId).sort()).toEqual([tardy, equal].sort());
  expect((await committee.api.call('getMemberAnnualScore', { params: { year, id: tardy } })).corrections).toMatchObject([{ on: '2027-01-18', after: { T: '65.34' } }]);
});
