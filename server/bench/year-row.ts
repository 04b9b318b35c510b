import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import path from 'node:path';
import { AnnualScoringService } from '../src/annual-scores/annual-scoring.service.ts';
import { systemScope } from '../src/platform/access/mint.ts';
import { bareMariadb, bareSqlite, type BareStore } from './bare-store.ts';
import { bareTown, sumUpBare } from './bare-year.ts';
import { emptyPlaces } from './engines.ts';
import { watched } from './growth.ts';
import { contest, perSecond, type Row } from './rounds.ts';
import { benchApp, benchTown } from './town.ts';
import { begunAnew, fillYear, forgetYear, year } from './year-records.ts';

const people = Number(process.env['BENCH_YEAR_PEOPLE'] ?? 10_000);

/**
 * Summing a year up, on each engine there is, beside bare SQL for the same reads and rows, and in bounded memory. It is done once a year and in the background,
 * so the goal is wider than a month's: twelve months of facts are read as entities for everybody.
 */
export async function* yearRows(server: string | undefined): AsyncGenerator<Row> {
  for (const { engine, folder, mariadb } of await emptyPlaces('weidangxiao_year', server)) {
    const app = await benchApp(folder, mariadb);
    try {
      yield await summingUp(engine, app, mariadb ? bareMariadb(mariadb.replace(/^mariadb:/, 'mysql:'), 1) : bareSqlite(path.join(folder, 'weidangxiao.sqlite')));
    } finally {
      await app.close();
    }
  }
}

async function summingUp(engine: string, app: NestFastifyApplication, bare: BareStore): Promise<Row> {
  const { town } = await benchTown(app, 0);
  const { townId } = town.scope;
  await fillYear(app, townId, people);
  const growth: number[] = [];
  const row = await contest({
    name: `${engine}: summing up a year of ${people} members, members/s`,
    goal: 0.15,
    ours: async () => {
      await begunAnew(app, townId);
      return watched(growth, () => perSecond(people, () => app.get(AnnualScoringService).score(systemScope(townId, 'annual-scoring'), year)));
    },
    baseline: async () => {
      await forgetYear(app, bareTown);
      return perSecond(people, () => sumUpBare(bare, townId));
    },
  });
  return { ...row, memoryMb: Math.round(Math.max(...growth.slice(1)) / 1_048_576) };
}
