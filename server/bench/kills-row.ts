import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../src/platform/database/database.ts';
import type { ClosingInput } from './closing-program.ts';
import { anew } from './fresh-month.ts';
import { fillMonth, month } from './month-records.ts';
import { startProgram } from './processes.ts';
import { counted, type Row } from './rounds.ts';
import { benchTown } from './town.ts';

const people = 20_000;
const kills = 5;
/** A chunk of a thousand takes some tens of milliseconds: between two kills some are written, never all. */
const [least, most] = [60, 400];

/** A month that is killed with -9 at random moments and gone on with has the very rows of one that ran through: so many members of so many. */
export async function killsRow(engine: string, app: NestFastifyApplication, where: Omit<ClosingInput, 'townId'>): Promise<Row> {
  const { town } = await benchTown(app, 0);
  const { townId } = town.scope;
  await fillMonth(app, townId, people);
  await anew(app, town.scope);
  await closeIn({ ...where, townId });
  const whole = await rowsOf(app, townId);
  await anew(app, town.scope);
  for (let killed = 0; killed < kills; killed += 1) await closeIn({ ...where, townId }, least + Math.random() * (most - least));
  await closeIn({ ...where, townId });
  const resumed = await rowsOf(app, townId);
  const same = [...whole].filter(([memberId, digest]) => resumed.get(memberId) === digest).length - Math.max(0, resumed.size - whole.size);
  const row = counted(`${engine}: members whose row is the same after ${kills} kill -9 as without`, { ours: same, baseline: whole.size, ratio: same / whole.size });
  return { ...row, holds: row.holds && whole.size >= people };
}

/** Closes until it is through; or until it is killed, after so many milliseconds. */
async function closeIn(input: ClosingInput, killAfterMs?: number): Promise<void> {
  const program = await startProgram<object>('closing-program.js', input);
  if (killAfterMs !== undefined) {
    await pause(killAfterMs);
    program.kill();
  }
  await program.over;
}

async function rowsOf(app: NestFastifyApplication, townId: string): Promise<Map<string, string>> {
  const rows = await app.get(Database).run<{ member_id: string }>('SELECT member_id, group_id, exempt, rated, s, p, m, grade, facts, score_lines, rubric_version FROM monthly_scores WHERE town_id = ? AND month = ? ORDER BY member_id', [townId, month]);
  return new Map(rows.map((row) => [row.member_id, createHash('sha256').update(JSON.stringify(row)).digest('hex')]));
}
