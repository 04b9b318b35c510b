import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AssessmentMonthsService } from '../src/assessment-months/assessment-months.service.ts';
import type { SystemScope } from '../src/platform/access/scope.ts';
import { Database } from '../src/platform/database/database.ts';
import { month } from './month-records.ts';

/** The month as it stands when its last day is over. */
export async function anew(app: NestFastifyApplication, scope: SystemScope): Promise<void> {
  await forget(app, scope.townId);
  const { completeUntil, voteFrom, voteUntil, confirmFrom, confirmUntil } = await app.get(AssessmentMonthsService).calendar(scope, month);
  const database = app.get(Database);
  await database.write(() => database.run('INSERT INTO assessment_months (town_id, month, complete_until, vote_from, vote_until, confirm_from, confirm_until) VALUES (?, ?, ?, ?, ?, ?, ?)', [scope.townId, month, completeUntil, voteFrom, voteUntil, confirmFrom, confirmUntil]));
}

export async function forget(app: NestFastifyApplication, townId: string): Promise<void> {
  const database = app.get(Database);
  for (const table of ['monthly_scores', 'assessment_months']) await database.write(() => database.run(`DELETE FROM ${table} WHERE town_id = ? AND month = ?`, [townId, month]));
}
