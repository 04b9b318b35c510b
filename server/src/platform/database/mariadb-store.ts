import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Connection, Pool } from 'mysql2';
import { createHash } from 'node:crypto';
import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { MysqlDriver } from 'typeorm/driver/mysql/MysqlDriver.js';
import type { DatabaseHost } from '../config/database-url.ts';
import { DatabaseHosts } from './database-hosts.ts';
import { poolsOn } from './mariadb-pool.ts';
import { SnakeCaseNames } from './naming.ts';
import { NodeWatch } from './node-watch.ts';
import { type Run, runOnMariadb } from './prepared.ts';
import { storeFailure } from './store-failures.ts';
import { listed, type Schema, type Store } from './store.ts';
import { textIsLong } from './text-is-long.ts';

export interface MariadbOptions {
  readonly engine: 'mariadb' | 'mysql';
  readonly url: string;
  readonly hosts: readonly DatabaseHost[];
  readonly connections: number;
  readonly lockWaitMs: number;
}

const migrationWaitSeconds = 120;

/** MariaDB 10.6+, MySQL 8 and what speaks their protocol: a pool that writes, and a pool whose sessions are read-only. */
export class MariadbStore implements Store {
  readonly reader: DataSource;
  private readonly writer: DataSource;
  private readonly watch: NodeWatch;

  constructor(
    private readonly options: MariadbOptions,
    schema: Schema,
  ) {
    const hosts = new DatabaseHosts(options.hosts);
    this.watch = new NodeWatch(hosts);
    const source = (session: readonly string[]): DataSource => sourceOf(options, schema, poolsOn(hosts, session), this.watch);
    this.writer = source(writerSession(options.lockWaitMs));
    this.reader = source(['SET SESSION TRANSACTION READ ONLY']);
  }

  async begin(): Promise<QueryRunner> {
    const runner = this.writer.createQueryRunner();
    await connected(runner, this.options.lockWaitMs);
    try {
      await runner.startTransaction();
      return runner;
    } catch (error) {
      await this.end(runner, true);
      throw error;
    }
  }

  async end(runner: QueryRunner, broken: boolean): Promise<void> {
    if (broken) ((await runner.connect()) as Connection).destroy();
    await runner.release();
  }

  statements(runner?: QueryRunner): Run {
    if (!runner) return (sql, values) => this.watch.watched(runOnMariadb(poolOf(this.reader), sql, values));
    return async (sql, values) => this.watch.watched(runOnMariadb((await runner.connect()) as Connection, sql, values));
  }

  /** DDL commits by itself here, so a named lock keeps the others out and every migration can be run again. */
  async migrate(): Promise<void> {
    await this.writer.initialize();
    const runner = this.writer.createQueryRunner();
    try {
      await this.lockMigrations(runner);
      const executor = new MigrationExecutor(this.writer, runner);
      executor.transaction = 'none';
      await executor.executePendingMigrations();
      await runner.query('SELECT RELEASE_LOCK(?)', [this.lockName()]);
    } finally {
      await runner.release();
    }
    await this.reader.initialize();
  }

  async mergeJournal(): Promise<void> {}

  async realNow(run: Run): Promise<number> {
    const [row] = await run<{ now: unknown }>('SELECT ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000) AS now', []);
    return Number(row?.now);
  }

  async close(): Promise<void> {
    if (this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
  }

  private async lockMigrations(runner: QueryRunner): Promise<void> {
    const rows = (await runner.query('SELECT GET_LOCK(?, ?) AS got', [this.lockName(), migrationWaitSeconds])) as { got: number }[];
    if (Number(rows[0]?.got) !== 1) throw new Error('Another process has been migrating this database for two minutes');
  }

  /** Named locks belong to the server, not to a database, and hold 64 characters. */
  private lockName(): string {
    const database = createHash('sha256').update(new URL(this.options.url).pathname).digest('hex').slice(0, 16);
    return `weidangxiao-migrations-${database}`;
  }
}

function sourceOf(options: MariadbOptions, schema: Schema, driver: ReturnType<typeof poolsOn>, logger: NodeWatch): DataSource {
  const made = new DataSource({
    type: options.engine,
    driver,
    logger,
    url: options.url,
    entities: listed(schema.entities),
    migrations: listed(schema.migrations),
    namingStrategy: new SnakeCaseNames(),
    charset: 'utf8mb4',
    timezone: 'Z',
    bigNumberStrings: false,
    // Where nobody listens the refusal comes at once; this is for a busy machine that answers late.
    connectTimeout: 10_000,
    poolSize: options.connections,
    extra: { decimalNumbers: true },
  });
  textIsLong(made);
  return made;
}

/**
 * READ COMMITTED: after a unique key refused an insert, the row that was there first can be read. Refuses what does
 * not fit instead of cutting it off, as SQLite's checks and ours do.
 */
function writerSession(lockWaitMs: number): string[] {
  return [
    'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
    `SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
    // Whole seconds; half of the time, so that a second attempt still fits (see Database.write).
    `SET SESSION innodb_lock_wait_timeout = ${Math.max(1, Math.floor(lockWaitMs / 2000))}`,
  ];
}

function poolOf({ driver }: DataSource): Pool {
  return (driver as MysqlDriver).pool as Pool;
}

/** The pool itself would wait for ever. A connection that comes too late goes straight back. */
async function connected(runner: QueryRunner, timeoutMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('BUSY')), timeoutMs);
  });
  const connecting = runner.connect();
  try {
    await Promise.race([connecting, late]);
  } catch (error) {
    void connecting.then(() => runner.release()).catch(() => undefined);
    throw storeFailure(error) ?? error;
  } finally {
    clearTimeout(timer);
  }
}
