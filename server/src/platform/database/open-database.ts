import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config/config.ts';
import type { Log } from '../log/log.ts';
import { Database } from './database.ts';
import { MariadbStore } from './mariadb-store.ts';
import { SqliteStore } from './sqlite-store.ts';
import type { Schema, Store } from './store.ts';

/** Opens the configured database and brings its schema to the newest state. */
export async function openDatabase(config: Pick<Config, 'database' | 'lockWaitMs'>, schema: Schema, log: Log): Promise<Database> {
  const store = storeFor(config, schema);
  try {
    await store.migrate();
  } catch (error) {
    await store.close();
    throw error;
  }
  return new Database(store, config.lockWaitMs, log);
}

export function storeFor({ database, lockWaitMs }: Pick<Config, 'database' | 'lockWaitMs'>, schema: Schema): Store {
  if (database.engine !== 'sqlite') return new MariadbStore({ ...database, lockWaitMs }, schema);
  mkdirSync(path.dirname(database.file), { recursive: true });
  return new SqliteStore(database.file, schema, lockWaitMs);
}
