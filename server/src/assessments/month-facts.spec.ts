import fc from 'fast-check';
import { defaultRubric } from '@weidangxiao/shared/rules/assessment.ts';
import { addDays, datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { AnyMonth, anyPerson, type AnySession } from '../../test/any-month.ts';
import { Statements } from '../../test/query-plans.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Database } from '../platform/database/database.ts';
import { StudySession } from '../study-sessions/study-session.entity.ts';
import { MonthFactsService, type PersonMonth } from './month-facts.service.ts';
import { StudyFactsService } from './study-facts.service.ts';

// A winter with a turn of the year in it. Whatever lies in the tables: what closes a month is what the receipt says.

const firstDay = '2026-10-20';
const days = 92;
const mondays = ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30', '2026-12-07', '2026-12-28', '2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'];
const sent = ['2026-10-26', '2026-11-02', '2026-11-16', '2026-11-30', '2026-12-28', '2027-01-04', '2027-01-18'];
const months = ['2026-10', '2026-11', '2026-12', '2027-01'];
const kinds = ['centralized', 'group', 'night', 'practice'] as const;

let server: TestServer;
let meeting: Meeting;
let anyMonth: AnyMonth;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-10-20T10:00:00+08:00' });
  meeting = await Meeting.in(server, 1);
  const other = await server.make.group(meeting.town);
  for (const monday of sent) await sendTheme(server, meeting.town, monday);
  const sessions = await writeSessions(['2026-10-31', '2026-11-01', '2026-11-12', '2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01', '2027-01-15']);
  anyMonth = new AnyMonth(server, meeting.town, { firstDay, groupIds: [meeting.groupId, other.id], sessions, mondays });
  server.at('2027-01-20T10:00:00+08:00');
  await (await server.make.anew(meeting.admin)).api.call('setHoliday', { params: { monday: '2027-01-25' }, body: { label: '农忙' } });
}, 60_000);
afterAll(() => server.close());

/** One of each kind on each of these days. */
async function writeSessions(dates: readonly string[]): Promise<AnySession[]> {
  const { id } = await meeting.session({ startsAt: shanghai('2026-10-31') });
  const sample = await server.get(Database).rows(StudySession).findOneByOrFail({ townId: meeting.town.id, id });
  const rows = dates.flatMap((date) => kinds.map((kind): StudySession => ({ ...sample, id: randomUUID(), clientId: randomUUID(), kind, date, startsAt: shanghai(date), endsAt: shanghai(date, '21:00'), state: 'closed' })));
  await server.make.act(meeting.town, () => server.get(Database).rows(StudySession).insert(rows));
  return rows;
}

async function townMonth(month: string): Promise<Map<string, PersonMonth>> {
  const found = new Map<string, PersonMonth>();
  for await (const { people } of server.get(MonthFactsService).ofTown(meeting.town.scope, month)) for (const person of people) found.set(person.memberId, person);
  return found;
}

async function receiptFacts(memberId: string, month: string) {
  const { facts, exempt } = await server.get(StudyFactsService).monthOf(meeting.town.scope, { memberId, month, ended: month < '2027-01', now: server.now(), rubric: defaultRubric });
  return { facts, exempt };
}

test('for everybody, moved, joined, exempt or gone, the facts that close a month are those of the receipt', async () => {
  const person = anyPerson({ days, sessions: 32, mondays: mondays.length });
  const property = fc.asyncProperty(fc.array(person, { minLength: 4, maxLength: 8 }), async (people) => {
    const ids = await anyMonth.write(people);
    for (const month of months) {
      const town = await townMonth(month);
      for (const memberId of ids.filter((id) => town.has(id))) {
        const { facts, exempt } = town.get(memberId) ?? {};
        expect({ month, facts, exempt }).toEqual({ month, ...(await receiptFacts(memberId, month)) });
      }
    }
  });
  await fc.assert(property, { numRuns: 12 });
}, 120_000);

test('on the sheet is who belonged to a group on the last day, by that group; whoever never had one stands alone', async () => {
  const at = (date: string): number => Math.round((Date.parse(date) - Date.parse(firstDay)) / 86_400_000);
  const quiet = { state: 'active' as const, left: null, exempt: [], attended: [], checkIns: [], notes: [] };
  const november = (date: string): number => at(date);
  const [moved, late, left, gone, lone] = await anyMonth.write([
    { ...quiet, moves: [november('2026-11-02'), november('2026-11-30')] },
    { ...quiet, moves: [november('2026-12-01')] },
    { ...quiet, state: 'transferred_out', moves: [november('2026-11-02')], left: 29 },
    { ...quiet, state: 'transferred_out', moves: [november('2026-11-02')], left: 10 },
    { ...quiet, moves: [] },
  ]);
  const town = await townMonth('2026-11');
  const groupOf = (id: string | undefined) => (town.has(id ?? '') ? town.get(id ?? '')?.groupId : 'not on the sheet');
  expect([groupOf(late), groupOf(gone), groupOf(lone)]).toEqual(['not on the sheet', 'not on the sheet', null]);
  expect(groupOf(left)).toBe(meeting.groupId);
  // The second of the two, from the month's last day on.
  expect(groupOf(moved)).not.toBe(meeting.groupId);
  expect((await townMonth('2026-12')).get(late ?? '')?.groupId).toBe(meeting.groupId);
  expect((await townMonth('2026-12')).has(left ?? '')).toBe(false);
});

test('whoever goes on behind somebody gets the rest, in the order of ids', async () => {
  const all = [...(await townMonth('2026-11')).keys()];
  expect(all).toEqual([...all].sort());
  const behind: string[] = [];
  const after = all[1] ?? '';
  for await (const { people } of server.get(MonthFactsService).ofTown(meeting.town.scope, '2026-11', { after })) behind.push(...people.map(({ memberId }) => memberId));
  expect(behind).toEqual(all.slice(2));
});

test('at the cut-off only Mondays count whose theme was sent', async () => {
  server.at('2026-12-03T10:00:00+08:00');
  const mondaysOf = async (cutOff: boolean) => {
    for await (const { people } of server.get(MonthFactsService).ofTown(meeting.town.scope, '2026-12', { cutOff })) return people.find(({ memberId }) => memberId === meeting.leader.member.id)?.facts.selfStudy?.mondays;
    return undefined;
  };
  // 28 December was sent; the 7th, 14th and 21st still can be.
  expect([await mondaysOf(false), await mondaysOf(true)]).toEqual([4, 1]);
  server.at('2027-01-20T10:00:00+08:00');
});

test('each noun is asked once for a chunk, by a range of an index', async () => {
  const years = { state: 'active' as const, moves: [0], left: null, exempt: [{ from: 3, days: 2 }], attended: Array.from({ length: 32 }, (_, session) => ({ session, status: 'present' as const, guest: false, spoke: false })), checkIns: mondays.map((_, monday) => ({ monday, state: 'counts' as const })), notes: [{ day: 4, state: 'published' as const }] };
  await anyMonth.write(Array.from({ length: 400 }, () => years), true);
  const tables = ['members', 'memberships', 'attendance_rows', 'check_ins', 'reflections', 'exemptions'];
  if (server.database.engine === 'mariadb') for (const table of tables) await server.make.act(meeting.town, () => server.get(Database).manager().query(`ANALYZE TABLE ${table}`));
  const statements = await Statements.of(server);
  await townMonth('2026-11');
  const [members, ...plans] = await statements.plans(tables);
  expect(members).toMatchObject({ table: 'members', key: expect.not.stringMatching('none') as string });
  const nobodyLeft = plans.pop();
  expect([nobodyLeft?.table, ...plans.map(({ table, key }) => `${table} ${key}`)]).toEqual(['members', 'memberships ix_memberships_member', 'attendance_rows ix_attendance_rows_member', 'check_ins uq_check_ins_monday', 'reflections ix_reflections_author', expect.stringMatching(/^exemptions ix_exemptions_(member|from)$/)]);
});

test('a month without sessions, a month to come and one long ago have people and no records', async () => {
  for (const month of ['2027-03', '2020-02']) {
    const facts = [...(await townMonth(month)).values()].map((one) => one.facts);
    expect(facts.filter(({ centralized, night }) => (centralized?.length ?? 0) + (night?.length ?? 0) > 0)).toEqual([]);
  }
  expect(datesOfMonth('2026-12').to).toBe('2026-12-31');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});
