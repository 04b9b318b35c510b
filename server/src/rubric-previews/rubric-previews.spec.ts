import { randomUUID } from 'node:crypto';
import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { snapshotOf } from '../../test/database-snapshot.ts';
import { rubricOf } from '../../test/rubrics.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

type Proposed = Request<'createRubricPreview'>['body'];

const evening = shanghai('2026-11-26');
let server: TestServer;
let meeting: Meeting;

/** Three people's evening together and at the night school; the leader is not called. */
async function held(kind: 'group' | 'night', startsAt: number, statuses: readonly ('present' | 'late' | 'absent')[]): Promise<void> {
  meeting = await meeting.later(startsAt);
  const { id, endsAt } = await meeting.opened({ startsAt, kind });
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: statuses.map((status, at) => meeting.mark(meeting.member(at).member.id, status)) } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
}

beforeAll(async () => {
  server = await startTestServer();
  server.at(evening);
  meeting = await Meeting.in(server, 3);
  await held('night', evening, ['present', 'late', 'absent']);
  await held('group', evening + 3 * 3_600_000, ['present', 'present', 'present']);
  // No theme was sent: by now no Monday of the month is owed.
  meeting = await meeting.later('2026-12-08T10:00:00+08:00');
});
afterAll(() => server.close());

const kinder = rubricOf({ version: '2026-2', credit: { late: '1' }, bands: { fair: '40' } });
const preview = (more: Partial<Proposed> = {}, query = {}) => meeting.admin.api.send('createRubricPreview', { query, body: { month: '2026-11', rubric: kinder, ...more } });

test('a proposed rubric shows what the month would look like: how many have which grade, group by group, and who changes', async () => {
  const { body } = await preview();
  // 85.71, 64.29 and 42.86 by the rubric in force; who was late has as much as who was there by the proposed one.
  expect(body).toMatchObject({ month: '2026-11', version: '2026-1', before: { excellent: 0, good: 1, fair: 1, poor: 1 }, after: { excellent: 0, good: 2, fair: 1, poor: 0 } });
  expect(body.groups.find(({ group }) => group?.id === meeting.groupId)).toMatchObject({ before: { good: 1, fair: 1, poor: 1, unrated: 1 }, after: { good: 2, fair: 1, poor: 0, unrated: 1 } });
  expect(body.changed.items.map(({ member, before, after }) => [member.name, before, after]).sort()).toEqual([['组员丙', 'poor', 'fair'], ['组员乙', 'fair', 'good']].sort());
  expect(JSON.stringify(body)).not.toContain('85.71');
});

test('the same figures change nobody', async () => {
  const { body } = await preview({ rubric: rubricOf({ version: '2026-2' }) });
  expect([body.changed.total, body.after]).toEqual([0, body.before]);
});

test('who changes is shown page by page', async () => {
  const pages = await Promise.all([1, 2, 3].map((page) => preview({}, { page, pageSize: 1 })));
  const seen = pages.map(({ body: { changed } }) => changed.items.map(({ member }) => member.memberId));
  expect([pages[0]?.body.changed.total, seen.map((ids) => ids.length), new Set(seen.flat()).size]).toEqual([2, [1, 1, 0], 2]);
});

test('bonus and deductions are counted, as the proposed rubric caps them', async () => {
  const committee = await server.make.actor({ town: meeting.town, roles: ['committee'] });
  const told = { kind: 'bonus' as const, clientId: randomUUID(), month: '2026-11', memberId: meeting.member(2).member.id, points: '4', on: '2026-11-28', reason: '帮工', evidence: '照片' };
  const { id } = await committee.api.call('createScoreEntry', { body: told });
  const gradeOf = async (rubric: Proposed['rubric']) => (await preview({ rubric })).body.changed.items.find(({ member }) => member.memberId === told.memberId);
  // 42.86 and 4: fair from 46 on, and not where a month takes at most 2.
  expect(await gradeOf(rubricOf({ version: '2026-2', bands: { fair: '46' } }))).toMatchObject({ before: 'poor', after: 'fair' });
  expect(await gradeOf(rubricOf({ version: '2026-2', bands: { fair: '46' }, mostBonus: '2' }))).toBeUndefined();
  await committee.api.call('reverseScoreEntry', { params: { id }, body: { reason: '试一试' } });
});

test('the committee may try it as well, and nothing is written', async () => {
  const committee = await server.make.actor({ town: meeting.town, roles: ['committee'] });
  const before = await snapshotOf(server);
  expect((await committee.api.call('createRubricPreview', { body: { month: '2026-11', rubric: kinder } })).changed.total).toBe(2);
  expect(await snapshotOf(server)).toEqual(before);
});

test('a month without sessions rates nobody under either', async () => {
  const { body } = await preview({ month: '2026-02' });
  expect([body.before.unrated > 0, body.before.good + body.before.fair + body.before.poor, body.after]).toEqual([true, 0, body.before]);
});

test('people without a group stand apart', async () => {
  const last = async () => (await preview()).body.groups.at(-1);
  // Whoever founded the town has none.
  expect(await last()).toMatchObject({ group: null, before: { unrated: 1 } });
  await server.make.member({ town: meeting.town, groupId: null });
  expect(await last()).toMatchObject({ group: null, before: { unrated: 2 } });
});

test('whoever moves is counted in the group of the month’s last day', async () => {
  const other = await server.make.group(meeting.town, '第九学习小组');
  await meeting.admin.api.call('moveMember', { params: { id: meeting.member(1).member.id }, body: { groupId: other.id, on: '2026-11-26' } });
  const { body } = await preview();
  expect(body.groups.find(({ group }) => group?.id === other.id)).toMatchObject({ before: { fair: 1 }, after: { good: 1 } });
});

test('a rubric with faults is told all of them, and a month to come has nothing to try', async () => {
  expect((await preview({ rubric: rubricOf({ max: { night: '20' }, bands: { good: '95' } }) })).error).toMatchObject({ code: 'RUBRIC_FAULTY', detail: { count: 2 } });
  for (const month of ['2027-01', '1999-12']) expect((await preview({ month })).error).toMatchObject({ code: 'INPUT_INVALID', field: 'month' });
});
