import type { BareStore, Values } from './bare-store.ts';
import { year } from './year-records.ts';

const chunk = 500;
const together = 50;
export const bareTown = 'bare';
const month = '{"month":"2026-01","m":"83.25"}';
/** A row of the size that ours writes, for a town that there is not. */
const facts = `{"months":[${Array.from({ length: 12 }, () => month).join(',')}],"hours":"36","requiredHours":"32","results":"0.00","W":"10.00","centralizedRatio":"12/12","absences":0,"practices":12}`;

const marks = Array.from({ length: chunk }, () => '?').join(', ');
const span = `BETWEEN '${year}-01' AND '${year}-12'`;
const statements = [
  `SELECT member_id, group_id, from_date, to_date FROM memberships WHERE town_id = ? AND member_id IN (${marks}) AND from_date <= '${year}-12-31'`,
  `SELECT member_id, month, rated, m, grade, facts FROM monthly_scores WHERE town_id = ? AND member_id IN (${marks}) AND month ${span}`,
  `SELECT member_id, month, place, m, grade, facts FROM score_adjustments WHERE town_id = ? AND member_id IN (${marks}) AND month ${span}`,
  `SELECT member_id, kind, period, figure FROM opening_entries WHERE town_id = ? AND member_id IN (${marks}) AND year = '${year}' AND reversed_at IS NULL`,
  `SELECT member_id, points FROM score_entries WHERE town_id = ? AND member_id IN (${marks}) AND period = '${year}' AND kind = 'results' AND reversed_at IS NULL`,
  `SELECT member_id, status, SUM(hours) hours FROM attendance_rows WHERE town_id = ? AND member_id IN (${marks}) AND date BETWEEN '${year}-01-01' AND '${year}-12-31' GROUP BY member_id, status`,
];
const columns = '(town_id, year, member_id, group_id, t, performance, score_grade, grade, needs_decision, reason, facts)';
const insert = (count: number): string => `INSERT INTO annual_scores ${columns} VALUES ${Array.from({ length: count }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`;
const [insertMany, insertOne] = [insert(together), insert(1)];

/** The least that could sum a year up: the same reads by prepared statements, rows of the same size, and each group read once for the cap. Nothing is reckoned. */
export async function sumUpBare(store: BareStore, townId: string): Promise<number> {
  let written = 0;
  for (let after = ''; ; ) {
    const members = await store.read(`SELECT id, state, group_id FROM members WHERE town_id = ? AND id > ? ORDER BY id LIMIT ${chunk}`, [townId, after]);
    const ids = members.map(({ id }) => String(id));
    const last = ids.at(-1);
    if (last === undefined) break;
    // One statement for all chunks: a short one asks for its last member again.
    const asked = [townId, ...Array.from({ length: chunk }, (_, at) => ids[at] ?? last)];
    const groups = new Map<string, string>();
    for (const [at, sql] of statements.entries()) for (const row of await store.read(sql, asked)) if (at === 0) groups.set(String(row['member_id']), String(row['group_id']));
    await store.write([['UPDATE assessment_years SET scored_through = ? WHERE town_id = ? AND year = ?', [last, bareTown, year]], ...inserts(ids, groups)]);
    written += ids.length;
    after = last;
  }
  for (const { group_id: group } of await store.read('SELECT group_id, COUNT(*) people FROM annual_scores WHERE town_id = ? AND year = ? GROUP BY group_id', [bareTown, year])) await store.read('SELECT * FROM annual_scores WHERE town_id = ? AND year = ? AND group_id = ? ORDER BY member_id', [bareTown, year, String(group)]);
  return written;
}

function inserts(ids: readonly string[], groups: ReadonlyMap<string, string>): (readonly [string, Values])[] {
  const values = (memberId: string): Values => [bareTown, year, memberId, groups.get(memberId) ?? null, 8325, 832, 'good', 'good', 0, null, facts];
  const whole = ids.length - (ids.length % together);
  const many = Array.from({ length: whole / together }, (_, at) => [insertMany, ids.slice(at * together, (at + 1) * together).flatMap(values)] as const);
  return [...many, ...ids.slice(whole).map((id) => [insertOne, values(id)] as const)];
}
