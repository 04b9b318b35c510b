import { startOf } from '@weidangxiao/shared/rules/week.ts';
import { insertMany, insertOne } from '../src/monthly-scores/monthly-scores.repository.ts';
import type { BareStore, Values } from './bare-store.ts';
import { month } from './month-records.ts';

const chunk = 1_000;
const together = 50;
/** A row of the size that ours writes, for a town that there is not. */
const facts = '{"centralized":["present"],"group":{"records":["present"],"contributed":true},"night":["present","late"],"practice":{"offered":true,"verified":1},"selfStudy":{"mondays":4,"done":3,"notes":0}}';
const lines = '[{"dimension":"centralized","earned":"30.00","max":"30"},{"dimension":"group","earned":"20.00","max":"20"},{"dimension":"night","earned":"11.25","max":"15"},{"dimension":"selfStudy","earned":"12.00","max":"20"},{"dimension":"practice","earned":"10.00","max":"15"}]';
export const bareTown = 'bare';

const marks = Array.from({ length: chunk }, () => '?').join(', ');
const [from, to] = [`${month}-01`, `${month}-31`];
const statements = {
  memberships: `SELECT member_id, group_id, from_date, to_date FROM memberships WHERE town_id = ? AND member_id IN (${marks}) AND from_date <= '${to}'`,
  attendance: `SELECT member_id, kind, GROUP_CONCAT(status ORDER BY date, session_id) statuses, MAX(spoke) spoke FROM attendance_rows WHERE town_id = ? AND member_id IN (${marks}) AND date BETWEEN '${from}' AND '${to}' GROUP BY member_id, kind`,
  checkIns: `SELECT member_id, state, GROUP_CONCAT(held_monday) mondays FROM check_ins WHERE town_id = ? AND member_id IN (${marks}) AND held_monday BETWEEN '${from}' AND '${to}' GROUP BY member_id, state`,
  notes: `SELECT author_id, COUNT(id) count FROM reflections WHERE town_id = ? AND author_id IN (${marks}) AND submitted_at BETWEEN ${startOf(from)} AND ${startOf('2026-11-01') - 1} AND state = 'published' GROUP BY author_id`,
  exemptions: `SELECT member_id, from_date, to_date FROM exemptions WHERE town_id = ? AND member_id IN (${marks}) AND from_date BETWEEN '2025-10-01' AND '${to}' AND to_date >= '${from}'`,
};

/** The least that could close a month: the same aggregates by prepared statements, and rows of the same size in the same transactions. Nothing is scored. */
export async function closeBare(store: BareStore, townId: string): Promise<number> {
  let written = 0;
  for (let after = ''; ; ) {
    const members = await store.read(`SELECT id, state, group_id FROM members WHERE town_id = ? AND id > ? ORDER BY id LIMIT ${chunk}`, [townId, after]);
    const ids = members.map(({ id }) => String(id));
    const last = ids.at(-1);
    if (last === undefined) return written;
    // One statement for all chunks: a short one asks for its last member again.
    const asked = [townId, ...Array.from({ length: chunk }, (_, at) => ids[at] ?? last)];
    for (const sql of Object.values(statements)) await store.read(sql, asked);
    await store.write([['UPDATE assessment_months SET scored_through = ? WHERE town_id = ? AND month = ?', [last, bareTown, month]], ...inserts(ids)]);
    written += ids.length;
    after = last;
  }
}

function inserts(ids: readonly string[]): (readonly [string, Values])[] {
  const values = (memberId: string): Values => [bareTown, month, memberId, 'group-1', 'none', 1, 8325, null, 8325, 'good', facts, lines, '2026-1'];
  const whole = ids.length - (ids.length % together);
  const many = Array.from({ length: whole / together }, (_, at) => [insertMany, ids.slice(at * together, (at + 1) * together).flatMap(values)] as const);
  return [...many, ...ids.slice(whole).map((id) => [insertOne, values(id)] as const)];
}
