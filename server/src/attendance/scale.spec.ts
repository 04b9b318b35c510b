import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { type Plan, Statements } from '../../test/query-plans.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Database } from '../platform/database/database.ts';
import { SessionGroup } from '../study-sessions/session-group.entity.ts';
import { StudySession } from '../study-sessions/study-session.entity.ts';
import { AttendanceFactsService } from './attendance-facts.service.ts';
import { AttendanceRow } from './attendance-row.entity.ts';

// A town of 60 groups of 60 with some years behind it: what is read every day is read from an index.

const groups = Array.from({ length: 60 }, () => randomUUID());
const days = 300;

let server: TestServer;
let meeting: Meeting;
let statements: Statements;

beforeAll(async () => {
  server = await startTestServer();
  meeting = await Meeting.in(server, 1);
  const session = await meeting.session({ startsAt: shanghai('2026-11-25') });
  await server.make.act(meeting.town, () => fill(session.id));
  if (server.database.engine === 'mariadb') for (const table of ['study_sessions', 'study_session_groups', 'attendance_rows']) await server.make.act(meeting.town, () => server.get(Database).manager().query(`ANALYZE TABLE ${table}`));
  statements = await Statements.of(server);
}, 120_000);
afterAll(() => server.close());
beforeEach(() => statements.forget());

/** Every day of a year and a half some groups meet; one of the people is the member who is asked about. */
async function fill(sampleId: string): Promise<void> {
  const database = server.get(Database);
  const sample = await database.rows(StudySession).findOneByOrFail({ townId: meeting.town.id, id: sampleId });
  const sessions: StudySession[] = [];
  const expected: SessionGroup[] = [];
  const rows: AttendanceRow[] = [];
  for (let day = 0; day < days; day += 1) {
    const date = addDays('2026-11-20', -day * 2);
    for (let at = 0; at < 6; at += 1) {
      const startsAt = shanghai(date);
      const groupId = groups[(day * 6 + at) % 60] ?? '';
      const id = randomUUID();
      sessions.push({ ...sample, id, clientId: id, date, startsAt, endsAt: startsAt + 1, state: 'closed', groupId });
      expected.push({ townId: meeting.town.id, sessionId: id, groupId, startsAt, number: null });
      const people = [...Array.from({ length: 9 }, () => randomUUID()), ...(at === 0 ? [meeting.member(0).member.id] : [])];
      rows.push(...people.map((memberId): AttendanceRow => ({ townId: meeting.town.id, sessionId: id, memberId, groupId, date, kind: 'night', status: 'present', way: 'roll', markedBy: null, differs: false, guest: false, spoke: false, hours: 150 })));
    }
  }
  await insert(StudySession, sessions);
  await insert(SessionGroup, expected);
  await insert(AttendanceRow, rows);
}

async function insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 200) await server.get(Database).rows(entity).insert(rows.slice(at, at + 200) as never);
}

async function planOf(table: string): Promise<Plan[]> {
  const plans = await statements.plans([table]);
  expect(plans.length).toBeGreaterThan(0);
  return plans;
}

/** Of 1800 sessions and 16500 rows a month's worth at most; what InnoDB expects to read may be more than twice what it will. */
function expectFromIndex(plans: readonly Plan[], most: number): void {
  expect(plans.filter(({ key }) => key === 'none')).toEqual([]);
  expect(plans.filter(({ rows }) => rows > most)).toEqual([]);
}

test('the town’s calendar of a month', async () => {
  await meeting.leader.api.call('listStudySessions', { query: { from: '2026-10-01', to: '2026-10-31', pageSize: 100 } });
  expectFromIndex(await planOf('study_sessions'), 200);
});

test('a group’s calendar of a month, and its sessions backward', async () => {
  await meeting.leader.api.call('listStudySessions', { query: { from: '2026-10-01', to: '2026-10-31', groupId: groups[0] ?? '' } });
  await meeting.leader.api.call('listStudySessions', { query: { to: '2026-10-31', groupId: groups[0] ?? '', order: 'desc' } });
  const plans = await planOf('study_sessions');
  if (server.database.engine === 'mariadb') expect(plans.map(({ key }) => key)).toContain('ix_study_session_groups_group');
  expectFromIndex(plans, 200);
});

test('one’s own sessions to come', async () => {
  await meeting.member(0).api.call('listStudySessions', { query: { mine: 'true', from: '2026-11-01', to: '2026-11-30' } });
  expectFromIndex(await planOf('study_sessions'), 200);
});

test('a member’s month and list', async () => {
  const credit = { present: '1', made_up: '1', late: '0.5', left_early: '0.5', leave: '0.5', absent: '0', exempt: null };
  const month = await server.get(AttendanceFactsService).monthOf(meeting.town.scope, meeting.member(0).member.id, '2026-10', credit);
  expect(month.facts.night?.length).toBeGreaterThan(10);
  expect((await meeting.member(0).api.call('listMyAttendance', { query: { from: '2026-10-01', to: '2026-10-31' } })).total).toBe(month.facts.night?.length);
  const plans = await planOf('attendance_rows');
  expect(new Set(plans.map(({ key }) => key))).toEqual(new Set(['ix_attendance_rows_member']));
  expectFromIndex(plans, 60);
});

test('hours of a year for some, coverage and tallies of a month', async () => {
  const facts = server.get(AttendanceFactsService);
  expect((await facts.hoursOfYear(meeting.town.scope, 2026, [meeting.member(0).member.id])).get(meeting.member(0).member.id)).toBeGreaterThan(1500);
  expect((await facts.attendedTimes(meeting.town.scope, '2026-10-01', '2026-10-31')).size).toBeGreaterThan(500);
  await facts.tallies(meeting.town.scope, '2026-10-01', '2026-10-31');
  expectFromIndex(await planOf('attendance_rows'), 4_000);
});
