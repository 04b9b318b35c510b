import type { Database as SqliteConnection } from 'better-sqlite3';

/** A value that a column is compared with. */
const compared = /([=<>])\s*\?/g;

/**
 * The SQLite that better-sqlite3 brings (built with STAT4) plans a join anew whenever a value that it compares is bound
 * anew: at each run, at several times the cost of running it. A unary plus changes no value and hides it from the planner,
 * so a statement keeps the plan it was prepared with, as on MariaDB. SQLite's own switch for that
 * (SQLITE_DBCONFIG_ENABLE_QPSG) cannot be reached through the driver.
 */
export function keepPlans(connection: SqliteConnection): void {
  const prepare = connection.prepare.bind(connection) as (sql: string) => ReturnType<SqliteConnection['prepare']>;
  connection.prepare = ((sql: string) => prepare(steady(sql))) as SqliteConnection['prepare'];
}

export function steady(sql: string): string {
  return sql.replace(compared, '$1 +?');
}
