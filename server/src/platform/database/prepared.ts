import type { Connection, Pool, RowDataPacket } from 'mysql2';
import type { Database as SqliteConnection, Statement } from 'better-sqlite3';
import { QueryFailedError } from 'typeorm';

/** What a statement binds. A flag is written as 0 or 1. */
export type Bound = string | number | null;

/** Rows as SQL, for a statement that writes rows from rows. */
export interface RowSource {
  readonly sql: string;
  readonly values: readonly Bound[];
}

/** Filled up with the first one to a power of two: as a list in a statement says the same, and few lengths mean few statements to prepare on each connection. */
export function padded<T>(values: readonly T[]): T[] {
  const length = 2 ** Math.ceil(Math.log2(values.length));
  return [...values, ...Array.from({ length: length - values.length }, () => values[0] as T)];
}

/** `?, ?, …` for a list of values. Few different lengths, since each is a statement of its own. */
export function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/** A row to be inserted: `INSERT INTO table (columns)`, and a value for each column. */
export interface NewRow {
  readonly into: string;
  readonly values: readonly Bound[];
}

/** Runs a statement with `?` for its values; prepared once on each connection. Rows as the columns are called; none for a write. */
export type Run = <Row>(sql: string, values: readonly Bound[]) => Promise<Row[]>;

const onSqlite = new WeakMap<SqliteConnection, Map<string, Statement<unknown[]>>>();

/** The statements kept with a connection, by their SQL. */
export function statementsOf(connection: SqliteConnection): Map<string, Statement<unknown[]>> {
  const known = onSqlite.get(connection);
  if (known) return known;
  const none = new Map<string, Statement<unknown[]>>();
  onSqlite.set(connection, none);
  return none;
}

/** @throws QueryFailedError as TypeORM would, so that failures are told apart in one way. */
export function runOnSqlite<Row>(connection: SqliteConnection, sql: string, values: readonly Bound[]): Row[] {
  try {
    const statement = prepared(connection, sql);
    if (statement.reader) return statement.all(...values) as Row[];
    statement.run(...values);
    return [];
  } catch (error) {
    throw new QueryFailedError(sql, [...values], error as Error);
  }
}

function prepared(connection: SqliteConnection, sql: string): Statement<unknown[]> {
  const statements = statementsOf(connection);
  const known = statements.get(sql);
  if (known) return known;
  const fresh = connection.prepare<unknown[]>(sql);
  statements.set(sql, fresh);
  return fresh;
}

/** mysql2 keeps what it prepared with each connection. @throws QueryFailedError */
export function runOnMariadb<Row>(connection: Connection | Pool, sql: string, values: readonly Bound[]): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    connection.execute<RowDataPacket[]>(sql, [...values], (error, rows) => {
      if (error) reject(new QueryFailedError(sql, [...values], error));
      else resolve(Array.isArray(rows) ? (rows as Row[]) : []);
    });
  });
}
