import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { Database } from '../src/platform/database/database.ts';
import { fill, rowsOf } from './fill.ts';

export const year = '2026';
const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
/** Every so many members a group. */
export const groupOf = 60;
const facts = '{"centralized":["present"],"group":{"records":["present"],"contributed":true},"night":["present","late"],"practice":{"offered":true,"verified":1},"selfStudy":{"mondays":4,"done":3,"notes":0},"bonus":[],"deductions":[],"ballots":{},"entitled":0}';
const lines = '[{"dimension":"centralized","earned":"30.00","max":"30"},{"dimension":"group","earned":"20.00","max":"20"},{"dimension":"night","earned":"11.25","max":"15"}]';

/** Members by the thousand with twelve published months behind them, a session of three hours in each, results now and then. */
export async function fillYear(app: NestFastifyApplication, townId: string, people: number): Promise<void> {
  const ids = Array.from({ length: people }, () => randomUUID()).sort();
  const each = rowsOf.bind(null, ids);
  const groupAt = (at: number): string => `group-${Math.floor(at / groupOf)}`;
  await fill(app, 'members', ['town_id', 'id', 'name', 'phone_shared', 'tags', 'paper', 'state', 'created_at', 'updated_at'], each((id, at) => [[townId, id, `学员${at}`, 0, '[]', 0, 'active', 0, 0]]));
  await fill(app, 'memberships', ['town_id', 'id', 'member_id', 'group_id', 'from_date'], each((id, at) => [[townId, randomUUID(), id, groupAt(at), '2025-05-15']]));
  await fill(app, 'assessment_months', ['town_id', 'month', 'complete_until', 'vote_from', 'vote_until', 'confirm_from', 'confirm_until', 'cut_off_at', 'scored_at', 'published_on', 'published_until'], months.map((month) => [townId, month, ...Array.from({ length: 5 }, () => `${month}-28`), 1, 1, `${month}-28`, `${month}-28`]));
  const score = ['town_id', 'month', 'member_id', 'group_id', 'exempt', 'rated', 's', 'p', 'm', 'grade', 'facts', 'score_lines', 'rubric_version'];
  await fill(app, 'monthly_scores', score, each((id, at) => months.map((month, nth) => [townId, month, id, groupAt(at), 'none', 1, 8_000 + ((at + nth) % 900), null, 8_000 + ((at + nth) % 900), 'good', facts, lines, '2026-1'])));
  const attendance = ['town_id', 'session_id', 'member_id', 'date', 'kind', 'status', 'way', 'differs', 'guest', 'spoke', 'hours'];
  const sessions = months.map((month) => ({ id: randomUUID(), date: `${month}-10` }));
  await fill(app, 'attendance_rows', attendance, each((id) => sessions.map((session) => [townId, session.id, id, session.date, 'centralized', 'present', 'roll', 0, 0, 0, 300])));
  const entry = ['town_id', 'id', 'kind', 'period', 'member_id', 'group_id', 'points', 'happened_on', 'reason', 'evidence', 'held', 'client_id', 'entered_by', 'entered_at'];
  await fill(app, 'score_entries', entry, each((id, at) => (at % 10 === 0 ? [[townId, randomUUID(), 'results', year, id, groupAt(at), 450, `${year}-12-01`, '带徒弟', '结业证', `results:${year}`, randomUUID(), id, 0]] : [])));
}

/** The year as it stands when the committee has just begun to have it summed up. */
export async function begunAnew(app: NestFastifyApplication, townId: string): Promise<void> {
  await forgetYear(app, townId);
  const database = app.get(Database);
  await database.write(() => database.run('INSERT INTO assessment_years (town_id, year, run, rubric_version, weight, started_at, started_by) VALUES (?, ?, 1, ?, 1000, 1, ?)', [townId, year, '2026-1', townId]));
}

export async function forgetYear(app: NestFastifyApplication, townId: string): Promise<void> {
  const database = app.get(Database);
  for (const table of ['annual_scores', 'assessment_years']) await database.write(() => database.run(`DELETE FROM ${table} WHERE town_id = ? AND year = ?`, [townId, year]));
}
