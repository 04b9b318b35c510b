import { AppError } from '@weidangxiao/shared/errors.ts';
import BetterSqlite3 from 'better-sqlite3';
import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { type Run, runOnSqlite } from './prepared.ts';
import { driverCode } from './store-failures.ts';
import { SnakeCaseNames } from './naming.ts';
import { giveSoleRunners } from './sqlite-runner.ts';
import { keepPlans } from './steady-plans.ts';
import { listed, type Schema, type Store } from './store.ts';
import { Turns } from './turns.ts';

/** Another process may migrate a large town's file for a while; start-up waits for it. */
const migrationWaitMs = 120_000;

/**
 * SQLite in a file: one writing connection whose holders take turns, and one read-only connection beside it.
 * A commit is on the disk when it answers (synchronous=FULL).
 */
export class SqliteStore implements Store {
  readonly reader: DataSource;
  private readonly writer: DataSource;
  private readonly turns = new Turns();
  private readonly endTurn = new WeakMap<QueryRunner, () => void>();

  constructor(
    file: string,
    schema: Schema,
    private readonly lockWaitMs: number,
  ) {
    const shared = {
      type: 'better-sqlite3' as const,
      driver: BetterSqlite3,
      database: file,
      entities: listed(schema.entities),
      namingStrategy: new SnakeCaseNames(),
    };
    // The writer never sleeps inside SQLite, which would stop the whole process: `beginImmediate` waits instead.
    this.writer = new DataSource({ ...shared, migrations: listed(schema.migrations), timeout: 0, prepareDatabase: durable });
    this.reader = new DataSource({ ...shared, readonly: true, timeout: lockWaitMs, prepareDatabase: keepPlans });
    giveSoleRunners(this.writer);
  }

  begin(): Promise<QueryRunner> {
    return this.beginWithin(this.lockWaitMs);
  }

  async end(runner: QueryRunner): Promise<void> {
    await runner.release();
    this.endTurn.get(runner)?.();
  }

  statements(runner?: QueryRunner): Run {
    const connection = connectionOf(runner ? this.writer : this.reader);
    return async (sql, values) => runOnSqlite(connection, sql, values);
  }

  /** One transaction holds all of it: whoever comes second waits for the first and then finds nothing to do. */
  async migrate(): Promise<void> {
    await untilFree(() => this.writer.initialize(), migrationWaitMs);
    await this.alter(async (runner) => {
      await new MigrationExecutor(this.writer, runner).executePendingMigrations();
      const orphans: unknown = await runner.query('PRAGMA foreign_key_check');
      if (Array.isArray(orphans) && orphans.length > 0) throw new Error('A migration left rows without their parents');
    });
    await this.reader.initialize();
  }

  /** Takes a writer's turn. A process that is reading the file lets the journal stay until the next time. */
  async mergeJournal(): Promise<void> {
    const endTurn = await this.turns.take(this.lockWaitMs);
    try {
      connectionOf(this.writer).pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      endTurn();
    }
  }

  async realNow(): Promise<number> {
    return Date.now();
  }

  async close(): Promise<void> {
    if (this.reader.isInitialized) await this.reader.destroy();
    const endTurn = await this.turns.take(this.lockWaitMs).catch(() => null);
    if (this.writer.isInitialized) await this.writer.destroy();
    endTurn?.();
  }

  /** Foreign keys rest meanwhile: SQLite rebuilds a table to alter it, and dropping the old one would take its children along. */
  private async alter(change: (runner: QueryRunner) => Promise<void>): Promise<void> {
    await this.writer.query('PRAGMA foreign_keys = OFF');
    const runner = await this.beginWithin(migrationWaitMs);
    try {
      await change(runner);
      await runner.commitTransaction();
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    } finally {
      await this.end(runner);
      await this.writer.query('PRAGMA foreign_keys = ON');
    }
  }

  private async beginWithin(waitMs: number): Promise<QueryRunner> {
    const endTurn = await this.turns.take(waitMs);
    try {
      const runner = await untilFree(() => this.open(), waitMs);
      this.endTurn.set(runner, endTurn);
      return runner;
    } catch (error) {
      endTurn();
      throw error;
    }
  }

  private async open(): Promise<QueryRunner> {
    const runner = this.writer.createQueryRunner();
    await runner.startTransaction();
    return runner;
  }
}

/** Other processes (an operator's command, a backup) may hold the file for a moment. */
async function untilFree<T>(attempt: () => Promise<T>, waitMs: number): Promise<T> {
  const until = Date.now() + waitMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!driverCode(error).word.startsWith('SQLITE_BUSY')) throw error;
      if (Date.now() > until) throw new AppError('BUSY', { cause: error });
      await pause(5 + Math.random() * 20);
    }
  }
}

function connectionOf({ driver }: DataSource): BetterSqlite3.Database {
  return (driver as BetterSqlite3Driver).databaseConnection as BetterSqlite3.Database;
}

function durable(connection: BetterSqlite3.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  keepPlans(connection);
  // MariaDB and MySQL have it. Ordered by time: rows that are written one after the other lie beside each other.
  connection.function('uuid', { deterministic: false }, () => randomUUIDv7());
}
