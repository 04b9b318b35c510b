import { randomBytes } from 'node:crypto';
import path from 'node:path';
import mysql from 'mysql2/promise';

/** The environment that leads a server to a fresh database, and the way to drop it. */
export interface TestDatabase {
  readonly engine: 'sqlite' | 'mariadb';
  readonly env: Readonly<Record<string, string>>;
  drop(): Promise<void>;
}

/** On the engine that TEST_DATABASE names; SQLite unless told. MariaDB is found at TEST_MARIADB_URL. */
export async function newDatabase(dataDir: string): Promise<TestDatabase> {
  if (process.env['TEST_DATABASE'] === 'mariadb') return newMariadb();
  return { engine: 'sqlite', env: { DATA_DIR: path.resolve(dataDir) }, drop: async () => undefined };
}

async function newMariadb(): Promise<TestDatabase> {
  const root = process.env['TEST_MARIADB_URL'];
  if (!root) throw new Error('TEST_MARIADB_URL is missing');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await statement(root, `CREATE DATABASE ${name}`);
  return { engine: 'mariadb', env: { DATABASE_URL: `${root}/${name}`, DATABASE_POOL: '8' }, drop: () => statement(root, `DROP DATABASE ${name}`) };
}

async function statement(url: string, sql: string): Promise<void> {
  const connection = await mysql.createConnection(url.replace(/^mariadb:/, 'mysql:'));
  await connection.query(sql);
  await connection.end();
}
