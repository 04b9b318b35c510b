import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { SystemScope } from '../src/platform/access/scope.ts';
import { Database } from '../src/platform/database/database.ts';
import { PushExpansionService } from '../src/theme-pushes/push-expansion.service.ts';
import { beginPush, title } from './bench-push.ts';
import { fillMembers } from './bound-town.ts';
import { emptyPlaces } from './engines.ts';
import { contest, type Figure, perSecond, type Row } from './rounds.ts';
import { benchApp, benchTown } from './town.ts';

const people = Number(process.env['BENCH_PUSH_PEOPLE'] ?? 100_000);
const deliverSql = `INSERT INTO deliveries (town_id, id, push_id, member_id, group_id, monday, title, channel, at)
  SELECT town_id, UUID(), ?, id, group_id, ?, ?, CASE WHEN paper = 1 THEN 'paper' ELSE 'inbox' END, ? FROM members WHERE town_id = ? AND state = 'active'`;
const ringSql = `INSERT INTO doorbells (town_id, id, round_id, member_id, state, attempts, credited, next_at)
  SELECT town_id, id, push_id, member_id, 'waiting', 0, 0, ? FROM deliveries WHERE town_id = ? AND push_id = ? AND channel = 'inbox'`;

/** A push's rows, chunk by chunk behind a cursor, against one bare `INSERT … SELECT` a table: within twice its time. */
export async function* expansionRows(server: string | undefined): AsyncGenerator<Row> {
  for (const { engine, folder, mariadb } of await emptyPlaces('weidangxiao_expansion', server)) {
    const app = await benchApp(folder, mariadb);
    const { town } = await benchTown(app, 0);
    await fillMembers(app, town.scope.townId, people);
    const name = `${engine}: inbox rows and doorbells of a push to ${people}, members a second`;
    yield await contest({ name, goal: 0.5, ours: (round) => expanded(app, town.scope, round), baseline: (round) => inserted(app, town.scope, round) });
    await app.close();
  }
}

const mondayOf = (week: number): string => addDays('2026-11-23', 7 * week);

async function expanded(app: NestFastifyApplication, scope: SystemScope, round: number): Promise<Figure> {
  await beginPush(app, scope, mondayOf(2 * round));
  return perSecond(people, () => app.get(PushExpansionService).expandAll());
}

function inserted(app: NestFastifyApplication, { townId }: SystemScope, round: number): Promise<Figure> {
  const monday = mondayOf(2 * round + 1);
  const id = randomUUID();
  const database = app.get(Database);
  return perSecond(people, () =>
    database.write(async () => {
      await database.run(deliverSql, [id, monday, title, pushInstant(monday), townId]);
      await database.run(ringSql, [pushInstant(monday), townId, id]);
    }),
  );
}
