import type { GradeCounts } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { noCounts } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { snapshotOf } from '../../test/database-snapshot.ts';
import type { Actor } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { ballotOf, cast, type Circle, circleOf, november } from '../../test/votes.ts';
import { BallotsService } from './ballots.service.ts';

const { month } = november;

let server: TestServer;
let circle: Circle;
let leader: Actor;
let admin: Actor;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  circle = await circleOf(server, 6);
  leader = await server.make.actor({ town: circle.town, groupId: circle.group.id, roles: ['leader'] });
  admin = await server.make.actor({ town: circle.town, roles: ['admin'] });
  circle = { ...circle, people: [...circle.people, leader] };
  await at(november.open);
});

async function at(instant: string): Promise<void> {
  server.at(instant);
  circle = { ...circle, people: await Promise.all(circle.people.map((person) => server.make.anew(person))) };
  [leader, admin] = [circle.people[6] as Actor, await server.make.anew(admin)];
}
const someone = (index: number): Actor => circle.people[index] as Actor;
const idOf = (index: number): string => someone(index).member.id;
const params = () => ({ month, id: circle.group.id });
const box = (by = leader) => by.api.call('getPaperBox', { params: params() });
const hand = (indexes: readonly number[], by = leader) => by.api.send('handPaperBallots', { params: params(), body: { memberIds: indexes.map(idOf) } });
/** What lies on the paper, person by person. */
const counted = (lines: readonly Partial<GradeCounts>[], ballots = 4) => ({ ballots, counts: Object.fromEntries(circle.people.map((_, index) => [idOf(index), { ...noCounts, ...lines[index] }])) });
const enter = (by: Actor, tally: ReturnType<typeof counted>) => by.api.send('enterPaperTally', { params: params(), body: tally });
/** Four ballots of the first three people and the fifth, who found everybody good. */
const right = [{ good: 3 }, { good: 3 }, { good: 3 }, { good: 4 }, { good: 3 }, { good: 4 }, { good: 4 }];
const handFour = () => hand([0, 1, 2, 4]);
const tallyOf = async (index: number) => (await server.get(BallotsService).tallies(circle.town.scope, month, [idOf(index)])).get(idOf(index));

test('whoever takes paper has voted with it, and whoever has voted gets none', async () => {
  await cast(someone(3), ballotOf(circle, someone(3), () => 'good'));
  expect((await hand([0, 1, 3])).body).toEqual({ handed: 2, already: [{ memberId: idOf(3), name: someone(3).member.name }] });
  expect(await cast(someone(0), ballotOf(circle, someone(0), () => 'good'))).toBe('BALLOT_CAST');
  expect(await someone(0).api.call('getMyBallot')).toMatchObject({ cast: true });
  expect(await box()).toMatchObject({ handed: 2, paper: 'handing', canHand: true, canCount: false, enteredBy: [] });
  expect((await box()).holders?.sort()).toEqual([idOf(0), idOf(1)].sort());
  const takeBack = (index: number) => leader.api.codeOf('takeBackPaperBallot', { params: params(), body: { memberId: idOf(index) } });
  expect([await takeBack(1), await takeBack(1), await takeBack(3)]).toEqual(['ok', 'PAPER_NOT_HELD', 'PAPER_NOT_HELD']);
  expect(await cast(someone(1), ballotOf(circle, someone(1), () => 'good'))).toBe('ok');
  expect((await admin.api.call('listVoteProgress', { params: { month } })).circles.find(({ id }) => id === circle.group.id)).toMatchObject({ voted: 3, handed: 1 });
  expect(await leader.api.codeOf('handPaperBallots', { params: params(), body: { memberIds: [admin.member.id] } })).toBe('BALLOT_UNKNOWN');
});

test('two people count the box, each alone, and only what they agree on is added', async () => {
  await cast(someone(3), ballotOf(circle, someone(3), () => 'excellent'));
  await handFour();
  expect((await enter(leader, counted(right))).error.code).toBe('PAPER_COUNT_EARLY');
  await at(november.over);
  expect((await enter(leader, counted(right))).body).toEqual({ state: 'first', ballotsDiffer: false, differences: [] });
  expect((await enter(leader, counted(right))).body).toMatchObject({ state: 'first' });
  const slipped = right.map((line, index) => (index === 4 ? { good: 2, fair: 1 } : line));
  expect((await enter(admin, counted(slipped))).body).toEqual({ state: 'differs', ballotsDiffer: false, differences: [{ memberId: idOf(4), name: someone(4).member.name }] });
  expect(await box()).toMatchObject({ paper: 'counting', differences: { ballots: false, people: [{ memberId: idOf(4) }] } });
  expect(await tallyOf(4)).toMatchObject({ ballots: { excellent: 1, good: 0, fair: 0 } });
  expect((await enter(admin, counted(right))).body).toMatchObject({ state: 'added', differences: [] });
  expect(await tallyOf(4)).toEqual({ entitled: 6, ballots: { excellent: 1, good: 3, fair: 0, poor: 0 } });
  expect(await tallyOf(5)).toEqual({ entitled: 6, ballots: { excellent: 1, good: 4, fair: 0, poor: 0 } });
  expect([(await enter(admin, counted(right))).error.code, await admin.api.codeOf('clearPaperTallies', { params: params() })]).toEqual(['PAPER_ADDED', 'PAPER_ADDED']);
  expect(await tallyOf(4)).toMatchObject({ ballots: { good: 3 } });
});

test('when all have voted the box may be opened before the last day', async () => {
  await hand([0, 1, 2, 3, 4, 5]);
  await cast(leader, ballotOf(circle, leader, () => 'good'));
  expect(await box()).toMatchObject({ canCount: true });
  const lines = circle.people.map((_, index) => ({ good: index === 6 ? 6 : 5 }));
  expect((await enter(leader, counted(lines, 6))).body).toMatchObject({ state: 'first' });
});

test('counts that cannot come out of the box are refused, by name, and nothing is kept', async () => {
  await handFour();
  await at(november.over);
  const refusal = async (tally: ReturnType<typeof counted>) => (await enter(leader, tally)).error;
  expect(await refusal(counted(right, 5))).toMatchObject({ code: 'PAPER_COUNT_WRONG', field: 'ballots', message: '票数要在1到发出的4张之间' });
  expect(await refusal(counted([{ good: 5 }, ...right.slice(1)]))).toMatchObject({ field: `counts.${idOf(0)}`, message: `${someone(0).member.name}得的票比箱里的4张票还多` });
  expect(await refusal(counted(right.map(() => ({ good: 4 }))))).toMatchObject({ code: 'PAPER_COUNT_WRONG', message: '不能评自己，4张票里至少有4个人少一票，请核对' });
  const { [idOf(2)]: _, ...some } = counted(right).counts;
  expect(await refusal({ ballots: 4, counts: some })).toMatchObject({ message: `${someone(2).member.name}那一行没有填，没人评的填0` });
  expect(await box()).toMatchObject({ enteredBy: [], paper: 'handing' });
});

test('a vote of somebody’s own that was counted for another is found when phones and paper come together', async () => {
  for (const index of [3, 5, 6]) await cast(someone(index), ballotOf(circle, someone(index), () => 'good'));
  await handFour();
  // As if the first had rated themselves, and the fourth had been left out.
  const shifted = [{ good: 4 }, { good: 3 }, { good: 3 }, { good: 3 }, { good: 3 }, { good: 4 }, { good: 4 }];
  expect((await enter(leader, counted(shifted))).body).toMatchObject({ state: 'first' });
  expect((await enter(admin, counted(shifted))).error).toMatchObject({ code: 'PAPER_COUNT_WRONG', field: `counts.${idOf(0)}` });
  expect((await tallyOf(0))?.ballots).toMatchObject({ good: 3 });
});

test('a third person enters nothing, until an admin lets both count anew', async () => {
  const committee = await server.make.actor({ town: circle.town, roles: ['committee'] });
  await handFour();
  await at(november.over);
  const third = await server.make.anew(committee);
  await enter(leader, counted(right));
  await enter(third, counted(right.map((line, index) => (index === 5 ? { fair: 4 } : line))));
  expect((await enter(admin, counted(right))).error.code).toBe('PAPER_TWO_ENTERED');
  await admin.api.call('clearPaperTallies', { params: params() });
  expect((await enter(admin, counted(right))).body).toMatchObject({ state: 'first' });
});

test('once counting begins nobody can tell whose paper it was, and when it is added nothing of the counts is left', async () => {
  await handFour();
  await at(november.over);
  await enter(leader, counted(right));
  expect((await box()).holders).toEqual([]);
  const flags = (await snapshotOf(server)).filter(({ table, values }) => table === 'vote_flags' && values['circle_id'] === circle.group.id && Number(values['paper']) === 1);
  expect(flags).toEqual([]);
  expect((await hand([3])).error.code).toBe('PAPER_NOT_NOW');
  await enter(admin, counted(right));
  expect((await snapshotOf(server)).filter(({ table, values }) => table === 'paper_tallies' && values['circle_id'] === circle.group.id)).toEqual([]);
});

test('of so few ballots that a line would be somebody’s vote the leader who gave them counts none; two of the town do, who are not told whose they are', async () => {
  const committee = await server.make.actor({ town: circle.town, roles: ['committee'] });
  await hand([0, 1]);
  expect((await box()).holders?.length).toBe(2);
  expect((await box(admin)).holders).toBeNull();
  await at(november.over);
  expect(await box()).toMatchObject({ canCount: false });
  const two = counted([{ good: 1 }, { good: 1 }, ...Array.from({ length: 5 }, () => ({ good: 2 }))], 2);
  expect((await enter(leader, two)).error).toMatchObject({ code: 'PAPER_FEW', message: '只发出2张，你看着发的，一数就知道是谁评的。请封好交到镇上，由镇里两个人录' });
  expect(await box(admin)).toMatchObject({ canCount: true, holders: null });
  const other = await server.make.anew(committee);
  expect([(await enter(other, two)).body, (await enter(admin, two)).body]).toMatchObject([{ state: 'first' }, { state: 'added' }]);
  expect((await tallyOf(4))?.ballots).toMatchObject({ good: 2 });
});

test('with four out everybody who may hand out knows who has them, and the leader counts', async () => {
  await handFour();
  expect((await box(admin)).holders?.sort()).toEqual([0, 1, 2, 4].map(idOf).sort());
  await at(november.over);
  expect(await box()).toMatchObject({ canCount: true });
});

test('paper goes out during the vote alone', async () => {
  await at(november.over);
  expect((await hand([0])).error.code).toBe('PAPER_NOT_NOW');
  await at(november.before);
});

test('both who enter at the same moment are heard', async () => {
  await handFour();
  await at(november.over);
  const states = await Promise.all([enter(leader, counted(right)), enter(admin, counted(right))]);
  expect(states.map(({ body }) => body.state).sort()).toEqual(['added', 'first']);
  expect((await tallyOf(4))?.ballots).toMatchObject({ good: 3 });
});
