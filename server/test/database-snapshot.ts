import { Database } from '../src/platform/database/database.ts';
import type { TestServer } from './test-server.ts';

export interface SnapshotRow {
  readonly table: string;
  /** Every column as the database has it. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** All rows of all tables, as whoever copies the database has them. */
export async function snapshotOf(server: TestServer): Promise<SnapshotRow[]> {
  const manager = server.get(Database).manager();
  const rows: SnapshotRow[] = [];
  for (const { tableName } of manager.dataSource.entityMetadatas) {
    const found: Record<string, unknown>[] = await manager.query(`SELECT * FROM ${tableName}`);
    rows.push(...found.map((values) => ({ table: tableName, values })));
  }
  return rows;
}

/** Whether the engine keeps the order in which a table's rows came, in a column that no schema shows. */
export async function keepsOrder(server: TestServer, table: string): Promise<boolean> {
  const ask = server.get(Database).manager().query(`SELECT rowid FROM ${table}`);
  return ask.then(
    () => true,
    () => false,
  );
}
