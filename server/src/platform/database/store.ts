import type { DataSource, MigrationInterface, MixedList, QueryRunner } from 'typeorm';
import type { Run } from './prepared.ts';

export type EntityClass = new () => object;
export type MigrationClass = new () => MigrationInterface;

/** What the nouns bring to the database. */
export interface Schema {
  readonly entities: readonly EntityClass[];
  readonly migrations: readonly MigrationClass[];
}

/** One engine. SQLite and MariaDB/MySQL differ in how a writer gets its turn and in how strangers are kept apart. */
export interface Store {
  /** For reads outside a unit of work: refuses every write. */
  readonly reader: DataSource;

  /**
   * A connection with a transaction open in it, for one unit of work alone.
   * @throws AppError BUSY when none was free in time.
   */
  begin(): Promise<QueryRunner>;

  /** Gives the connection back after commit or rollback. `broken` ones are not used again. */
  end(runner: QueryRunner, broken: boolean): Promise<void>;

  /** Prepared statements on a unit's connection, or on the reader's. */
  statements(runner?: QueryRunner): Run;

  /** Brings the schema to the newest state, once however many processes call it at the same time. */
  migrate(): Promise<void>;

  /**
   * Leaves nothing beside the tables that tells what the last transactions changed, as far as the engine lets us: SQLite's journal
   * (`-wal`) is copied along with the file. What MariaDB keeps is its host's business (docs/SECURITY.md).
   */
  mergeJournal(): Promise<void>;

  /** Epoch ms of the one clock that all who share the database see. Inside a unit of work asked on its connection. */
  realNow(run: Run): Promise<number>;

  close(): Promise<void>;
}

/** TypeORM wants mutable arrays. */
export function listed<T>(items: readonly T[]): MixedList<T> {
  return [...items];
}
