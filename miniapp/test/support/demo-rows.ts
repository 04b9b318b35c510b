import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Demo } from './demo';

/** Changes rows behind the server's back, as somebody with a hand on the database would. How many. */
export function changeRows(demo: Demo, sql: string, ...values: string[]): number {
  // Jest knows no built-in module that has no name without its prefix.
  const { DatabaseSync: Sqlite } = process.getBuiltinModule('node:sqlite') as { DatabaseSync: typeof DatabaseSync };
  const rows = new Sqlite(path.join(demo.server.dataDir, 'weidangxiao.sqlite'));
  try {
    rows.exec('PRAGMA busy_timeout = 20000');
    return Number(rows.prepare(sql).run(...values).changes);
  } finally {
    rows.close();
  }
}
