import { addDays, mondayOfDate, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { AttendanceRow } from '../attendance/attendance-row.entity.ts';
import { CheckIn } from '../check-ins/check-in.entity.ts';
import { Exemption } from '../exemptions/exemption.entity.ts';
import { Leave } from '../leaves/leave.entity.ts';
import { MakeUp } from '../make-ups/make-up.entity.ts';
import { Database } from '../platform/database/database.ts';
import { Reflection } from '../reflections/reflection.entity.ts';
import { SessionGroup } from '../study-sessions/session-group.entity.ts';
import { StudySession } from '../study-sessions/study-session.entity.ts';

// Fourteen years of a town behind it: coverage of a month, the lists of leaves and make-ups and a year's hours are ranges of an index.

const days = 1_000;
const apart = 5;
const tables = ['study_sessions', 'study_session_groups', 'attendance_rows', 'check_ins', 'reflections', 'exemptions', 'leaves', 'make_ups'];

let server: TestServer;
let meeting: Meeting;
let statements: { sql: string; parameters: unknown[] }[] = [];

beforeAll(async () => {
  server = await startTestServer();
  meeting = await Meeting.in(server, 1);
  const { id } = await meeting.session({ startsAt: shanghai('2026-11-25') });
  await server.make.act(meeting.town, () => fill(id));
  if (server.database.engine === 'mariadb') for (const table of tables) await server.make.act(meeting.town, () => server.get(Database).manager().query(`ANALYZE TABLE ${table}`));
  listen();
}, 120_000);
afterAll(() => server.close());
beforeEach(() => void (statements = []));

/** Every few days some people had a session, a check-in, a note, a leave, a make-up and an exemption. */
async function fill(sampleId: string): Promise<void> {
  const townId = meeting.town.id;
  const dates = Array.from({ length: days }, (_, at) => addDays('2026-11-20', -at * apart));
  const each = <Row>(times: number, of: (date: string, at: number) => Row): Row[] => dates.flatMap((date) => Array.from({ length: times }, (_, at) => of(date, at)));
  const one = (): { townId: string; id: string; memberId: string; groupId: string; clientId: string } => ({ townId, id: randomUUID(), memberId: randomUUID(), groupId: randomUUID(), clientId: randomUUID() });
  const decided = { decidedAt: null, decidedBy: null, decisionReason: null };
  const sample = await server.get(Database).rows(StudySession).findOneByOrFail({ townId, id: sampleId });
  const sessions = each(3, (date): StudySession => ({ ...sample, id: randomUUID(), clientId: randomUUID(), date, startsAt: shanghai(date), endsAt: shanghai(date) + 1, state: 'closed' }));
  await insert(StudySession, sessions);
  await insert(SessionGroup, sessions.map(({ id, startsAt }): SessionGroup => ({ townId, sessionId: id, groupId: meeting.groupId, startsAt, number: null })));
  await insert(AttendanceRow, each(8, (date): AttendanceRow => ({ townId, sessionId: randomUUID(), memberId: randomUUID(), groupId: meeting.groupId, date, kind: 'night', status: 'present', way: 'roll', markedBy: null, differs: false, guest: false, spoke: false, hours: 150 })));
  await insert(CheckIn, each(4, (date): CheckIn => ({ ...without(one()), monday: mondayOfDate(date), heldMonday: mondayOfDate(date), state: 'counts', kind: 'text', takeawayCipher: null, voiceFileId: null, voiceSeconds: null, enteredBy: randomUUID(), capturedAt: startOf(date), receivedAt: startOf(date), ...decided })));
  await insert(Reflection, each(2, (date): Reflection => ({ townId, id: randomUUID(), authorId: randomUUID(), groupId: null, clientId: randomUUID(), kind: 'personal', state: 'published', title: '题', paragraphs: [], pictures: [], monday: null, firstDigest: '', revision: 1, machineCheck: 'none', createdAt: startOf(date), submittedAt: startOf(date), reviewedAt: null, reviewedBy: null, returnedReason: null, publishedAt: startOf(date), movedAt: startOf(date) })));
  await insert(Exemption, each(1, (date): Exemption => ({ ...one(), fromDate: date, toDate: addDays(date, 5), plannedTo: addDays(date, 5), causeCipher: '', createdAt: 0, createdBy: randomUUID(), endedAt: null, endedBy: null, endWhy: null, settled: 0 })));
  const asked = (date: string) => ({ ...one(), sessionId: randomUUID(), heldSession: randomUUID(), enteredBy: randomUUID(), late: false, capturedAt: startOf(date), receivedAt: startOf(date), ...decided });
  await insert(Leave, each(3, (date): Leave => ({ ...asked(date), state: 'approved', exempts: false, causeCipher: '' })));
  await insert(MakeUp, each(3, (date): MakeUp => ({ ...asked(date), state: 'verified', way: 'read', text: '讲义', madeUpOn: date })));
}

function without<Row extends { groupId: string }>({ groupId: _, ...row }: Row): Omit<Row, 'groupId'> {
  return row;
}

async function insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 200) await server.get(Database).rows(entity).insert(rows.slice(at, at + 200) as never);
}

/** What the server asks its reading connection. */
function listen(): void {
  const { dataSource } = server.get(Database).manager();
  const logger = { ...dataSource.logger, logQuery: (sql: string, parameters: unknown[] = []) => void statements.push({ sql, parameters }) };
  Object.assign(dataSource, { logger: Object.setPrototypeOf(logger, Object.getPrototypeOf(dataSource.logger) as object) });
}

interface Plan {
  readonly table: string;
  readonly key: string;
  readonly rows: number;
}

async function plans(): Promise<Plan[]> {
  const asked = statements.filter(({ sql }) => sql.startsWith('SELECT') && tables.some((table) => new RegExp(`FROM .${table}.`).test(sql)));
  const all: Plan[] = [];
  for (const { sql, parameters } of asked) all.push(...(await explained(sql, parameters)));
  return all;
}

async function explained(sql: string, parameters: unknown[]): Promise<Plan[]> {
  const manager = server.get(Database).manager();
  const table = /FROM .(\w+)./.exec(sql)?.[1] ?? '';
  if (server.database.engine === 'mariadb') {
    const plan = await manager.query<{ table: string | null; key: string | null; rows: string | null }[]>(`EXPLAIN ${sql}`, parameters);
    return plan.filter((row) => row.table !== null && !row.table.startsWith('<')).map(({ key, rows }) => ({ table, key: key ?? 'none', rows: Number(rows) }));
  }
  const plan = await manager.query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${sql}`, parameters);
  return plan.filter(({ detail }) => /^(SEARCH|SCAN) (?!\()/.test(detail)).map(({ detail }) => ({ table, key: /(SEARCH .*INDEX \w+)/.test(detail) ? (/INDEX (\w+)/.exec(detail)?.[1] ?? 'none') : 'none', rows: 0 }));
}

test('coverage of a month reads the month alone, whatever the years before it', async () => {
  const { groups } = await meeting.admin.api.call('getCoverage', { params: { month: '2026-10' } });
  expect(groups.length).toBeGreaterThan(0);
  const all = await plans();
  expect(new Set(all.map(({ table, key }) => `${table} ${key}`))).toEqual(new Set(['attendance_rows ix_attendance_rows_date', 'check_ins ix_check_ins_monday', 'reflections ix_reflections_submitted', 'exemptions ix_exemptions_from']));
  // A month is a hundredth and a half of what is there; exemptions may begin up to a year earlier.
  for (const { table, rows } of all) expect(rows).toBeLessThan({ attendance_rows: 250, check_ins: 150, reflections: 100, exemptions: 250 }[table] ?? 0);
});

test('a year’s strip reads the groups’ sessions of the year', async () => {
  const { groups } = await meeting.leader.api.call('getSessionStrip', { params: { year: '2025' } });
  expect(groups[0]?.cells.every(({ step }) => step > 2)).toBe(true);
  const all = await plans();
  expect(all.map(({ key }) => key)).toContain('ix_study_session_groups_group');
  expect(all.filter(({ key }) => key === 'none')).toEqual([]);
  // 3000 sessions lie there, some 220 in a year.
  expect(all.filter(({ rows }) => rows > 600)).toEqual([]);
});

test('leaves and make-ups of a group, a member or a session are found by their index', async () => {
  for (const name of ['listLeaves', 'listMakeUps'] as const) {
    await meeting.admin.api.call(name, { query: { groupId: meeting.groupId } });
    await meeting.member(0).api.call(name, { query: { mine: 'true' } });
    await meeting.admin.api.call(name, { query: { sessionId: randomUUID() } });
    await meeting.admin.api.call(name);
  }
  const all = await plans();
  expect(all.length).toBeGreaterThanOrEqual(8);
  expect(all.filter(({ key }) => key === 'none')).toEqual([]);
  // 3000 of each lie there, some 240 in 400 days.
  expect(all.filter(({ rows }) => rows > 700)).toEqual([]);
});

test('a year of hours is a range of the town’s or the member’s dates', async () => {
  await meeting.member(0).api.call('getMyHours', { params: { year: '2025' } });
  await meeting.leader.api.call('listStudyHours', { params: { year: '2025' } });
  await meeting.admin.api.call('listStudyHours', { params: { year: '2025' } });
  const all = (await plans()).filter(({ table }) => table === 'attendance_rows');
  expect(new Set(all.map(({ key }) => key))).toEqual(new Set(['ix_attendance_rows_member', 'ix_attendance_rows_date']));
});
