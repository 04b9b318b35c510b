import type { Database as SqliteConnection } from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { statementsOf } from './prepared.ts';

/**
 * TypeORM hands one and the same runner to everybody on a better-sqlite3 DataSource: parallel transactions fail, and
 * a stranger's write inside an open transaction is rolled back with it. This runner serves one holder and then ends,
 * so a statement that comes after its unit of work fails instead of landing in somebody else's.
 */
export class SoleRunner extends BetterSqlite3QueryRunner {
  constructor(driver: BetterSqlite3Driver) {
    super(driver);
    // A runner lasts as long as its transaction: what it prepares would be thrown away with it.
    Object.assign(this, { stmtCache: statementsOf(driver.databaseConnection as SqliteConnection) });
  }

  /** IMMEDIATE takes the write lock at once; a transaction that starts by reading could not be waited for later. */
  override query(...[statement, ...rest]: Parameters<BetterSqlite3QueryRunner['query']>): ReturnType<BetterSqlite3QueryRunner['query']> {
    return super.query(statement === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE' : statement, ...rest);
  }

  override release(): Promise<void> {
    this.isReleased = true;
    return super.release();
  }
}

/** From now on the data source makes a new runner for each who asks. Whoever asks must hold the writer's turn. */
export function giveSoleRunners(source: DataSource): void {
  const driver = source.driver as BetterSqlite3Driver;
  driver.createQueryRunner = () => new SoleRunner(driver);
}
