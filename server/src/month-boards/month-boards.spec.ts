import { randomUUID } from 'node:crypto';
import { Planning } from '../../test/planning.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

const month = '2026-11';
let server: TestServer;
let meeting: Meeting;

beforeEach(async () => {
  server = await startTestServer({ now: '2026-11-09T15:00:00+08:00', wechat: true });
  meeting = await Meeting.in(server, 3);
});
afterEach(() => server.close());

const boardAt = async (at: string, who: 'admin' | 'leader' = 'admin') => {
  server.at(at);
  return (await server.make.anew(meeting[who])).api.call('getAssessmentMonth', { params: { month } });
};
const gapsOf = ({ gaps }: { gaps: readonly { kind: string; count: number }[] }): Record<string, number> => Object.fromEntries(gaps.map(({ kind, count }) => [kind, count]));

/** One evening with a hole in its roll, closed; one that nobody closed. */
async function twoEvenings(): Promise<{ closed: string }> {
  meeting = await meeting.later(shanghai('2026-11-12', '19:30'));
  const { id: closed, endsAt } = await meeting.opened({ startsAt: shanghai('2026-11-12') });
  await meeting.leader.api.call('markAttendance', { params: { id: closed }, body: { marks: [meeting.mark(meeting.member(0).member.id, 'present'), meeting.mark(meeting.member(1).member.id, 'absent')] } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id: closed }, body: meeting.closing() });
  await meeting.session({ startsAt: shanghai('2026-11-19'), title: '没人收尾' });
  return { closed };
}

test('the board says what is missing, in which group, who can supply it and where', async () => {
  const { closed } = await twoEvenings();
  await meeting.member(1).api.call('createMakeUp', { body: { clientId: randomUUID(), sessionId: closed, way: 'read', text: '看了讲义', on: '2026-11-12', capturedAt: server.now() } });
  const board = await boardAt('2026-12-01T09:00:00+08:00');
  expect(board).toMatchObject({ month, stage: 'completing', rubricVersion: '2026-1', completeUntil: '2026-12-03', voteFrom: '2026-12-04', confirmUntil: '2026-12-10', cutOffAt: null, scoredAt: null, publishedOn: null });
  // The leader and 丙 were not called.
  expect(board.gaps).toEqual([
    { kind: 'openSessions', count: 1, groups: 1, by: 'leader', place: '/sessions' },
    { kind: 'unmarked', count: 2, groups: 1, by: 'leader', place: '/sessions' },
    { kind: 'makeUps', count: 1, groups: 1, by: 'leader', place: '/make-ups' },
  ]);
  expect(board.groups.find(({ group }) => group?.id === meeting.groupId)).toMatchObject({ leaders: [{ name: '罗组长' }], people: null, rated: null, gaps: [{ kind: 'openSessions' }, { kind: 'unmarked' }, { kind: 'makeUps' }] });
});

test('what is supplied is gone from it; what is still going on today is not missing', async () => {
  const { closed } = await twoEvenings();
  expect(gapsOf(await boardAt('2026-11-19T20:00:00+08:00'))).toEqual({ unmarked: 2 });
  server.at('2026-11-25T15:00:00+08:00');
  const leader = await server.make.anew(meeting.leader);
  await leader.api.call('correctStudySession', { params: { id: closed }, body: { clientId: randomUUID(), why: '漏点', attendance: [meeting.member(2), meeting.leader].map(({ member }) => ({ memberId: member.id, status: 'present' as const })) } });
  expect(gapsOf(await boardAt('2026-11-25T16:00:00+08:00'))).toEqual({ openSessions: 1 });
});

test('paper copies, notes and leaves that wait are counted by the group that they belong to', async () => {
  const town = meeting.town;
  await server.make.actor({ town, groupId: meeting.groupId, paper: true });
  const me = await server.make.anew(meeting.member(0));
  const { id } = await meeting.session({ startsAt: shanghai('2026-11-26') });
  await me.api.call('createLeave', { body: { clientId: randomUUID(), sessionId: id, reason: 'personal', capturedAt: server.now() } });
  const note = await me.api.call('createReflection', { body: { clientId: randomUUID(), kind: 'personal', title: '田里的账', paragraphs: ['算清了。'] } });
  await me.api.call('submitReflection', { params: { id: note.id } });
  await (await Planning.in(server, town)).scheduled({ monday: '2026-11-16' });
  server.at('2026-11-16T08:00:00+08:00');
  await server.runJob('theme-push');
  const board = await boardAt('2026-11-20T09:00:00+08:00');
  expect(gapsOf(board)).toEqual({ leaves: 1, paper: 1, reflections: 1 });
  expect(board.groups.find(({ group }) => group?.id === meeting.groupId)?.gaps.map(({ kind }) => kind)).toEqual(['leaves', 'paper', 'reflections']);
});

test('a leader sees the own group alone', async () => {
  await twoEvenings();
  const other = await server.make.group(meeting.town);
  const mine = await boardAt('2026-12-01T09:00:00+08:00', 'leader');
  expect(mine.groups.map(({ group }) => group?.id)).toEqual([meeting.groupId]);
  expect(gapsOf(mine)).toEqual({ openSessions: 1, unmarked: 2 });
  const whole = await boardAt('2026-12-01T09:00:00+08:00');
  expect(whole.groups.map(({ group }) => group?.id)).toContain(other.id);
});

test('after the cut-off it says how many are on each group’s sheet and how many are rated, never who', async () => {
  await twoEvenings();
  server.at('2026-12-04T00:00:00+08:00');
  await server.runJob('month-closing');
  const board = await boardAt('2026-12-04T09:00:00+08:00');
  expect(board).toMatchObject({ stage: 'voting', cutOffAt: Date.parse('2026-12-04T00:00:00+08:00'), scoredAt: Date.parse('2026-12-04T00:00:00+08:00') });
  expect(board.groups.find(({ group }) => group?.id === meeting.groupId)).toMatchObject({ people: 4, rated: 0 });
  // Whoever founded the town has no group.
  expect(board.groups.at(-1)).toMatchObject({ group: null, leaders: [], people: 1, rated: 0 });
  expect(JSON.stringify(board)).not.toContain('组员');
});

test('while votes come in it says of each group how many have voted, never who', async () => {
  for (let more = 0; more < 2; more += 1) await server.make.actor({ town: meeting.town, groupId: meeting.groupId });
  const vote = async (at: string) => (await boardAt(at)).groups.find(({ group }) => group?.id === meeting.groupId)?.vote;
  expect(await vote('2026-11-30T10:00:00+08:00')).toBeNull();
  // Two small groups can still be joined.
  expect(await vote('2026-12-03T10:00:00+08:00')).toMatchObject({ people: 6, votes: true, voted: null });
  server.at('2026-12-04T10:00:00+08:00');
  const voter = await server.make.anew(meeting.member(0));
  const { ratees } = await voter.api.call('getMyBallot');
  await voter.api.call('castBallot', { body: { month, grades: Object.fromEntries(ratees.map(({ memberId }) => [memberId, 'good' as const])) } });
  expect(await vote('2026-12-04T11:00:00+08:00')).toEqual({ circleId: meeting.groupId, people: 6, votes: true, needed: 5, voted: 1, handed: 0, paper: 'none' });
  expect(await vote('2026-12-09T11:00:00+08:00')).toMatchObject({ voted: 1 });
});

test('a month without anything lacks nothing, one to come is refused', async () => {
  server.at('2026-11-20T09:00:00+08:00');
  const { api } = await server.make.anew(meeting.admin);
  expect(await api.call('getAssessmentMonth', { params: { month: '2026-05' } })).toMatchObject({ gaps: [], stage: 'committee', scoredAt: null });
  for (const wrong of ['2026-12', '1999-12']) expect((await api.send('getAssessmentMonth', { params: { month: wrong } })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'month' });
});
