import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import path from 'node:path';
import { MonthClosingService } from '../src/monthly-scores/month-closing.service.ts';
import { bareTown, closeBare } from './bare-month.ts';
import { bareMariadb, bareSqlite, type BareStore } from './bare-store.ts';
import { emptyPlaces } from './engines.ts';
import { anew, forget } from './fresh-month.ts';
import { watched } from './growth.ts';
import { killsRow } from './kills-row.ts';
import { fillMonth, month } from './month-records.ts';
import { contest, perSecond, type Row } from './rounds.ts';
import { benchApp, benchTown } from './town.ts';

const people = Number(process.env['BENCH_MONTH_PEOPLE'] ?? 100_000);

/** Closing a month, on each engine there is: at most three times what bare SQL needs, and in bounded memory; and killed while it does. */
export async function* monthRows(server: string | undefined): AsyncGenerator<Row> {
  for (const { engine, folder, mariadb } of await emptyPlaces('weidangxiao_month', server)) {
    const app = await benchApp(folder, mariadb);
    try {
      yield await closing(engine, app, mariadb ? bareMariadb(mariadb.replace(/^mariadb:/, 'mysql:'), 1) : bareSqlite(path.join(folder, 'weidangxiao.sqlite')));
    } finally {
      await app.close();
    }
  }
  yield* killedRows(server);
}

async function* killedRows(server: string | undefined): AsyncGenerator<Row> {
  for (const { engine, ...where } of await emptyPlaces('weidangxiao_kills', server)) {
    const app = await benchApp(where.folder, where.mariadb);
    try {
      yield await killsRow(engine, app, where);
    } finally {
      await app.close();
    }
  }
}

async function closing(engine: string, app: NestFastifyApplication, bare: BareStore): Promise<Row> {
  const { town } = await benchTown(app, 0);
  await fillMonth(app, town.scope.townId, people);
  const growth: number[] = [];
  const row = await contest({
    name: `${engine}: closing a month for ${people} members, members/s`,
    goal: 0.33,
    ours: async () => {
      await anew(app, town.scope);
      return watched(growth, () => perSecond(people, () => app.get(MonthClosingService).close(town.scope, month)));
    },
    baseline: async () => {
      await forget(app, bareTown);
      return perSecond(people, () => closeBare(bare, town.scope.townId));
    },
  });
  return { ...row, memoryMb: Math.round(Math.max(...growth.slice(1)) / 1_048_576) };
}
