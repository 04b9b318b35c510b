import { addDays, mondayOfDate, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { type Plan, Statements } from '../../test/query-plans.ts';
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
import { VenueBooking } from '../venues/venue-booking.entity.ts';

// Fourteen years of a town behind it: what is asked of a month or a year reads that month or year, whatever lies before it.

const days = 1_000;
const apart = 5;
const tables = ['study_sessions', 'study_session_groups', 'attendance_rows', 'check_ins', 'reflections', 'exemptions', 'leaves', 'make_ups', 'venue_bookings'];

let server: TestServer;
let meeting: Meeting;
let venueId: string;
let statements: Statements;

beforeAll(async () => {
  server = await startTestServer();
  meeting = await Meeting.in(server, 1);
  const { id } = await meeting.session({ startsAt: shanghai('2026-11-25') });
  venueId = (await meeting.admin.api.call('createVenue', { body: { name: '活动室', kind: 'party_room' } })).id;
  await server.make.act(meeting.town, () => fill(id));
  if (server.database.engine === 'mariadb') for (const table of tables) await server.make.act(meeting.town, () => server.get(Database).manager().query(`ANALYZE TABLE ${table}`));
  statements = await Statements.of(server);
}, 120_000);
afterAll(() => server.close());
beforeEach(() => statements.forget());

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
  await insert(Leave, each(3, (date, at): Leave => ({ ...asked(date), state: at === 0 ? 'waiting' : 'approved', exempts: false, causeCipher: '' })));
  await insert(MakeUp, each(3, (date, at): MakeUp => ({ ...asked(date), state: at === 0 ? 'waiting' : 'verified', way: 'read', text: '讲义', madeUpOn: date })));
  await insert(VenueBooking, sessions.map(({ id, startsAt }, at): VenueBooking => ({ townId, id: randomUUID(), venueId: at % 2 ? venueId : randomUUID(), startsAt, endsAt: startsAt + 3_600_000, groupId: meeting.groupId, sessionId: id, heldSessionId: id, purpose: '夜校', bookedBy: null, clientId: null, createdAt: startsAt, endedAt: null, endedBy: null })));
}

function without<Row extends { groupId: string }>({ groupId: _, ...row }: Row): Omit<Row, 'groupId'> {
  return row;
}

async function insert<Row extends ObjectLiteral>(entity: EntityTarget<Row>, rows: readonly Row[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 200) await server.get(Database).rows(entity).insert(rows.slice(at, at + 200) as never);
}

const plans = (): Promise<Plan[]> => statements.plans(tables);

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

test('those that wait for somebody to decide are looked for in the last 400 days, not in all that was decided', async () => {
  for (const name of ['listLeaves', 'listMakeUps'] as const) for (const { api } of [meeting.leader, meeting.admin]) await api.call(name, { query: { state: 'waiting' } });
  const all = await plans();
  expect(all.length).toBeGreaterThanOrEqual(6);
  expect(all.filter(({ key }) => key === 'none')).toEqual([]);
  expect(all.filter(({ rows }) => rows > 700)).toEqual([]);
});

test('a year’s calendar of the town, of a group and of one’s own reads that year’s sessions', async () => {
  const year = { from: '2025-01-01', to: '2025-12-31', pageSize: '100' } as const;
  for (const query of [{}, { groupId: meeting.groupId }, { mine: 'true' as const }, { state: 'closed' as const }]) expect((await meeting.member(0).api.call('listStudySessions', { query: { ...year, ...query } })).total).toBeGreaterThan(200);
  const all = await plans();
  expect(all.filter(({ key }) => key === 'none')).toEqual([]);
  // 3000 sessions lie there, some 220 in a year.
  expect(all.filter(({ rows }) => rows > 600)).toEqual([]);
});

test('who uses which venue when, which are free, and whether one clashes read the time asked for', async () => {
  const at = (time: string): number => shanghai('2026-11-26', time);
  const booking = { venueId, startsAt: at('19:00'), endsAt: at('20:30'), groupId: meeting.groupId, purpose: '小组会' };
  await meeting.admin.api.call('listVenueBookings', { query: { from: '2025-01-01', to: '2025-12-31' } });
  await meeting.admin.api.call('listVenueBookings', { query: { venueId } });
  await meeting.leader.api.call('listVenues', { query: { startsAt: booking.startsAt, endsAt: booking.endsAt } });
  await meeting.leader.api.call('createVenueBooking', { body: { ...booking, clientId: randomUUID() } });
  expect(await meeting.leader.api.codeOf('createVenueBooking', { body: { ...booking, clientId: randomUUID() } })).toBe('VENUE_TAKEN');
  const all = (await plans()).filter(({ table }) => table === 'venue_bookings');
  expect(all.length).toBeGreaterThanOrEqual(7);
  expect(all.filter(({ key }) => key === 'none')).toEqual([]);
  expect(all.filter(({ rows }) => rows > 600)).toEqual([]);
});

test('a year of hours is a range of the town’s or the member’s dates', async () => {
  await meeting.member(0).api.call('getMyHours', { params: { year: '2025' } });
  await meeting.leader.api.call('listStudyHours', { params: { year: '2025' } });
  await meeting.admin.api.call('listStudyHours', { params: { year: '2025' } });
  const all = (await plans()).filter(({ table }) => table === 'attendance_rows');
  expect(all.filter(({ key }) => !['ix_attendance_rows_member', 'ix_attendance_rows_date'].includes(key))).toEqual([]);
  // 8000 rows lie there, some 580 in a year.
  expect(all.filter(({ rows }) => rows > 1_200)).toEqual([]);
});
