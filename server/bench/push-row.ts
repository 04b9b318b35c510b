import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import BetterSqlite3 from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { SystemScope } from '../src/platform/access/scope.ts';
import { Database } from '../src/platform/database/database.ts';
import { PushExpansionService } from '../src/theme-pushes/push-expansion.service.ts';
import { ThemePushesRepository } from '../src/theme-pushes/theme-pushes.repository.ts';
import { newFolder } from './processes.ts';
import { contest, perSecond, type Row } from './rounds.ts';
import { benchApp, benchTown } from './town.ts';

const people = 10_000;
/** Members a transaction, as in `PushExpansionService`. */
const chunk = 500;
const title = '把饭碗端在自己手上';

/** A push's deliveries and doorbells for a district's members, against the same rows by prepared statements in the same transactions. */
export async function pushRow(): Promise<Row> {
  const app = await benchApp(newFolder());
  const { town, members } = await benchTown(app, people);
  const ids = members.map(({ id }) => id);
  const bare = await bareTables();
  try {
    return await contest({
      name: `deliveries of a push to ${people} members, members/s`,
      // An ORM's insert of many rows costs about half of what the engine can do.
      goal: 0.5,
      ours: async (round) => {
        await newPush(app, town.scope, round);
        return perSecond(people, () => app.get(PushExpansionService).expandAll());
      },
      baseline: (round) => perSecond(people, async () => insertBare(bare, town.scope.townId, mondayOf(round), ids)),
    });
  } finally {
    bare.close();
    await app.close();
  }
}

const mondayOf = (round: number): string => addDays('2026-11-23', 7 * round);

function newPush(app: NestFastifyApplication, scope: SystemScope, round: number): Promise<void> {
  const monday = mondayOf(round);
  const push = { id: randomUUID(), themeId: randomUUID(), monday, title, sentAt: pushInstant(monday), expandedTo: null, expandedAt: null };
  return app.get(Database).write(() => app.get(ThemePushesRepository).insert(scope, push));
}

/** The same tables with the same keys, on a database of their own. */
async function bareTables(): Promise<BetterSqlite3.Database> {
  const folder = newFolder();
  await (await benchApp(folder)).close();
  const database = new BetterSqlite3(path.join(folder, 'weidangxiao.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

function insertBare(database: BetterSqlite3.Database, townId: string, monday: string, members: readonly string[]): void {
  const delivery = database.prepare('INSERT INTO deliveries (town_id, id, push_id, member_id, group_id, monday, title, channel, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const doorbell = database.prepare('INSERT INTO doorbells (town_id, id, push_id, member_id, state, attempts, credited, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const pushId = randomUUID();
  const at = pushInstant(monday);
  const insertChunk = database.transaction((some: readonly string[]) => {
    for (const memberId of some) {
      const id = randomUUID();
      delivery.run(townId, id, pushId, memberId, null, monday, title, 'inbox', at);
      doorbell.run(townId, id, pushId, memberId, 'waiting', 0, 0, at);
    }
  });
  for (let from = 0; from < members.length; from += chunk) insertChunk.immediate(members.slice(from, from + chunk));
}
