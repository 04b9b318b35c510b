import { grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { Actor } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { ballotOf, cast, type Circle, circleOf, november, rotating } from '../../test/votes.ts';
import { BallotsService } from './ballots.service.ts';

const { month } = november;

let server: TestServer;
let circle: Circle;
let admin: Actor;
beforeAll(async () => {
  server = await startTestServer({ wechat: true });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  circle = await circleOf(server, 6);
  admin = await server.make.actor({ town: circle.town, roles: ['admin'] });
});

const someone = (at = 0): Actor => circle.people[at] as Actor;
async function at(instant: string): Promise<void> {
  server.at(instant);
  circle = { ...circle, people: await Promise.all(circle.people.map((person) => server.make.anew(person))) };
  admin = await server.make.anew(admin);
}
const all = (grade: 'excellent' | 'good' | 'fair' | 'poor') => () => grade;
const tally = async (memberId: string) => (await server.get(BallotsService).tallies(circle.town.scope, month, [memberId])).get(memberId);
const mine = (by: Actor) => by.api.call('getMyBallot');

test('on the first day of the vote everybody finds the people of the group but themselves, by name', async () => {
  await at(november.before);
  expect(await mine(someone())).toMatchObject({ month, voteFrom: '2026-12-04', voteUntil: '2026-12-08', state: 'coming', part: null, ratees: [] });
  await at(november.open);
  const { ratees, ...ballot } = await mine(someone());
  expect(ballot).toEqual({ month, voteFrom: '2026-12-04', voteUntil: '2026-12-08', state: 'open', part: 'votes', cast: false, groups: [{ id: circle.group.id, name: circle.group.name }] });
  expect(ratees.map(({ memberId }) => memberId).sort()).toEqual(circle.people.slice(1).map(({ member }) => member.id).sort());
  expect(ratees.map(({ name }) => name)).toEqual(ratees.map(({ name }) => name).sort(new Intl.Collator('zh').compare));
});

test('a ballot counts once for each of the others; what is sent again does no harm', async () => {
  await at(november.open);
  const given = ballotOf(circle, someone(), (ratee) => rotating(circle.people.indexOf(ratee)));
  expect(await cast(someone(), given)).toBe('ok');
  expect(await mine(someone())).toMatchObject({ cast: true });
  for (let again = 0; again < 2; again += 1) expect(await cast(someone(), ballotOf(circle, someone(), all('poor')))).toBe('BALLOT_CAST');
  for (const [index, ratee] of circle.people.entries()) {
    const expected = ratee === someone() ? 0 : 1;
    expect(await tally(ratee.member.id)).toEqual({ entitled: 5, ballots: { excellent: 0, good: 0, fair: 0, poor: 0, ...(expected ? { [rotating(index)]: 1 } : {}) } });
  }
});

test('the same ballot from two phones at once counts once', async () => {
  await at(november.open);
  const given = ballotOf(circle, someone(), all('good'));
  expect((await Promise.all([1, 2, 3].map(() => cast(someone(), given)))).sort()).toEqual(['BALLOT_CAST', 'BALLOT_CAST', 'ok']);
  expect((await tally(someone(1).member.id))?.ballots).toMatchObject({ good: 1 });
});

test('everybody at the same moment is counted, each once', async () => {
  await at(november.open);
  const results = await Promise.all(circle.people.map((voter, index) => cast(voter, ballotOf(circle, voter, all(rotating(index))))));
  expect(new Set(results)).toEqual(new Set(['ok']));
  const { ballots } = (await tally(someone().member.id)) ?? {};
  expect(ballots).toEqual({ excellent: 1, good: 2, fair: 1, poor: 1 });
});

test('a ballot for oneself, for a stranger, with somebody missing, too early or too late is refused in words, and nothing of it counts', async () => {
  const other = await circleOf(server, 6, circle.town);
  await at(november.before);
  const given = ballotOf(circle, someone(), all('good'));
  const refused = async (body: typeof given) => (await someone().api.send('castBallot', { body: { month, grades: body } })).error;
  expect(await refused(given)).toMatchObject({ code: 'BALLOT_EARLY', message: '互评12月4日才开始，到时再来' });
  await at(november.open);
  expect(await refused({ ...given, [someone().member.id]: 'excellent' })).toMatchObject({ code: 'BALLOT_ONESELF', field: 'grades', message: '不能评自己' });
  expect(await refused({ ...given, [other.people[0]?.member.id ?? '']: 'excellent' })).toMatchObject({ code: 'BALLOT_UNKNOWN' });
  const [first = ''] = Object.keys(given);
  const { [first]: _, ...short } = given;
  expect(await refused(short)).toMatchObject({ code: 'BALLOT_MISSING', message: '还有1位没评。评完再投' });
  expect(await someone().api.codeOf('castBallot', { body: { month, grades: { [first]: 'great' as never } } })).toBe('INPUT_INVALID');
  expect(await tally(someone(1).member.id)).toMatchObject({ ballots: { good: 0, excellent: 0 } });
  await at(november.lastMinute);
  expect(await cast(someone(1), ballotOf(circle, someone(1), all('good')))).toBe('ok');
  await at(november.over);
  expect(await refused(given)).toMatchObject({ code: 'BALLOT_LATE', message: '互评到12月8日为止，现在不能再投' });
  expect(await mine(someone())).toMatchObject({ state: 'closed', cast: false });
  expect(await someone().api.codeOf('castBallot', { body: { month: '2026-12', grades: given } })).toBe('BALLOT_EARLY');
});

test('whoever was in the group on the month’s last day votes there, wherever they are now; whoever came later does not', async () => {
  const other = await circleOf(server, 6, circle.town);
  server.at('2026-12-01T10:00:00+08:00');
  const later = await server.make.actor({ town: circle.town, groupId: circle.group.id, since: '2026-12-01' });
  admin = await server.make.anew(admin);
  await admin.api.call('moveMember', { params: { id: someone(1).member.id }, body: { groupId: other.group.id, on: '2026-12-01' } });
  await at(november.open);
  expect((await mine(someone(1))).groups).toEqual([{ id: circle.group.id, name: circle.group.name }]);
  expect((await mine(someone())).ratees.length).toBe(5);
  const newcomer = await server.make.anew(later);
  expect(await mine(newcomer)).toMatchObject({ part: 'not_listed', ratees: [] });
  expect(await cast(newcomer, ballotOf(circle, newcomer, all('good')))).toBe('BALLOT_NOT_LISTED');
});

test('whoever is exempt all month neither votes nor is voted on', async () => {
  await admin.api.call('createExemption', { body: { clientId: crypto.randomUUID(), memberId: someone(5).member.id, from: '2026-11-01', to: '2026-11-30', reason: 'illness', evidence: '住院小结' } });
  await at(november.open);
  expect(await mine(someone(5))).toMatchObject({ part: 'not_listed' });
  expect((await mine(someone())).part).toBe('too_few');
});

test('too few for a valid vote do not vote; joined beforehand with another small group they do', async () => {
  const [three, four] = [await circleOf(server, 3, circle.town), await circleOf(server, 4, circle.town)];
  server.at('2026-12-02T10:00:00+08:00');
  admin = await server.make.anew(admin);
  const join = (groupIds: [string, string]) => admin.api.send('joinVote', { params: { month }, body: { groupIds } });
  expect((await join([circle.group.id, circle.group.id])).error.code).toBe('INPUT_INVALID');
  const big = await circleOf(server, 6, circle.town);
  expect((await join([circle.group.id, big.group.id])).error).toMatchObject({ code: 'JOINT_VOTE_NOT_NEEDED', message: '两个组都有6人，各评各的就行' });
  expect((await join([three.group.id, four.group.id])).status).toBe(204);
  expect((await join([four.group.id, circle.group.id])).error.code).toBe('JOINT_VOTE_TAKEN');
  const lone = await circleOf(server, 2, circle.town);
  await at(november.open);
  expect((await join([lone.group.id, circle.group.id])).error).toMatchObject({ code: 'JOINT_VOTE_LATE', message: '互评已经开始，不能再改。合并要在12月3日以前定' });
  const joined = await server.make.anew(three.people[0] as Actor);
  const ballot = await mine(joined);
  expect([ballot.part, ballot.groups.map(({ id }) => id).sort(), ballot.ratees.length]).toEqual(['votes', [three.group.id, four.group.id].sort(), 6]);
  const alone = await server.make.anew(lone.people[0] as Actor);
  expect(await mine(alone)).toMatchObject({ part: 'too_few', ratees: [] });
  expect(await cast(alone, ballotOf(lone, alone, all('good')))).toBe('BALLOT_TOO_FEW');
});

test('the board says how many of how many, group by group, and nothing where so few vote that it would tell', async () => {
  const small = await circleOf(server, 3, circle.town);
  await at(november.open);
  for (const voter of [someone(), someone(1)]) await cast(voter, ballotOf(circle, voter, all('good')));
  const board = await admin.api.call('listVoteProgress', { params: { month } });
  const of = (groupId: string) => board.circles.find(({ id }) => id === groupId);
  expect(of(circle.group.id)).toEqual({ id: circle.group.id, groups: [{ id: circle.group.id, name: circle.group.name }], people: 6, votes: true, needed: 5, voted: 2, handed: 0, paper: 'none' });
  expect(of(small.group.id)).toMatchObject({ people: 3, votes: false, voted: null });
  expect(JSON.stringify(board)).not.toContain(someone().member.id);
});

test('before the vote it says which circles would be too small, so that they can be joined while there is time', async () => {
  const [three, four] = [await circleOf(server, 3, circle.town), await circleOf(server, 4, circle.town)];
  await at(november.before);
  await admin.api.call('createExemption', { body: { clientId: crypto.randomUUID(), memberId: someone(5).member.id, from: '2026-11-01', to: '2026-11-30', reason: 'illness', evidence: '住院小结' } });
  const ahead = async () => (await admin.api.call('listVoteProgress', { params: { month } })).circles;
  const sizes = async () => Object.fromEntries((await ahead()).map(({ groups, people, votes }) => [groups.map(({ id }) => id).sort().join(), [people, votes]]));
  expect(await sizes()).toMatchObject({ [circle.group.id]: [5, false], [three.group.id]: [3, false], [four.group.id]: [4, false] });
  await admin.api.call('joinVote', { params: { month }, body: { groupIds: [three.group.id, four.group.id] } });
  const joined = [three.group.id, four.group.id].sort().join();
  expect(await sizes()).toMatchObject({ [circle.group.id]: [5, false], [joined]: [7, true] });
  expect(await ahead()).toContainEqual(expect.objectContaining({ voted: null, handed: 0, paper: 'none' }));
  await admin.api.call('endJointVote', { params: { month, id: four.group.id } });
  expect(await sizes()).toMatchObject({ [three.group.id]: [3, false], [four.group.id]: [4, false] });
});

test('circles stand in the order in which people count their groups', async () => {
  const town = await server.make.town();
  const boss = await server.make.actor({ town, groupId: null, roles: ['admin'] });
  for (const name of ['第十学习小组', '第二学习小组', '第一学习小组']) await server.make.actor({ town, groupId: (await server.make.group(town, name)).id });
  const { circles } = await boss.api.call('listVoteProgress', { params: { month } });
  expect(circles.map(({ groups }) => groups[0]?.name)).toEqual(['第一学习小组', '第二学习小组', '第十学习小组']);
});

test('begun by two replicas and by somebody who asks, all at once, the vote is laid out once for everybody', async () => {
  const other = await startTestServer({ beside: server });
  await at(november.open);
  await Promise.all([server.runJob('votes'), other.runJob('votes'), mine(someone())]);
  await other.runJob('votes');
  const rows = await server.get(BallotsService).tallies(circle.town.scope, month, circle.people.map(({ member }) => member.id));
  expect([...rows.values()]).toEqual(circle.people.map(() => ({ entitled: 5, ballots: Object.fromEntries(grades.map((grade) => [grade, 0])) })));
  await other.close();
});

test('a vote is secret also from the audit: there is a row for its opening and none for a ballot', async () => {
  await at(november.open);
  await mine(someone());
  const before = (await admin.api.call('listAuditRows', { query: { pageSize: 100 } })).items.length;
  await cast(someone(), ballotOf(circle, someone(), all('good')));
  expect((await admin.api.call('listAuditRows', { query: { pageSize: 100 } })).items.length).toBe(before);
});
