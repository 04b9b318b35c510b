import BetterSqlite3 from 'better-sqlite3';
import mysql from 'mysql2/promise';
import { keepPlans } from '../src/platform/database/steady-plans.ts';

export type Values = readonly (string | number | null)[];

/** Prepared statements on a driver, and nothing else. */
export interface BareStore {
  read(sql: string, values: Values): Promise<Record<string, unknown>[]>;
  /** In one transaction. */
  write(statements: readonly (readonly [sql: string, values: Values])[]): Promise<void>;
}

/** The durability of ours, and its statements with the plans that they were prepared with. */
export function bareSqlite(file: string): BareStore {
  const database = new BetterSqlite3(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  keepPlans(database);
  const prepared = new Map<string, BetterSqlite3.Statement>();
  const statement = (sql: string): BetterSqlite3.Statement => {
    const known = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const all = database.transaction((statements: readonly (readonly [string, Values])[]) => {
    for (const [sql, values] of statements) statement(sql).run(...values);
  });
  return {
    read: async (sql, values) => statement(sql).all(...values) as Record<string, unknown>[],
    write: async (statements) => all.immediate(statements),
  };
}

/** As many connections as ours has for reading and for writing. */
export function bareMariadb(uri: string, connections: number): BareStore {
  const [readers, writers] = [mysql.createPool({ uri, connectionLimit: connections }), mysql.createPool({ uri, connectionLimit: connections })];
  return {
    read: async (sql, values) => (await readers.execute<mysql.RowDataPacket[]>(sql, [...values]))[0],
    async write(statements) {
      const connection = await writers.getConnection();
      await connection.query('START TRANSACTION');
      for (const [sql, values] of statements) await connection.execute(sql, [...values]);
      await connection.query('COMMIT');
      connection.release();
    },
  };
}
