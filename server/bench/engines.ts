import BetterSqlite3 from 'better-sqlite3';
import mysql from 'mysql2/promise';
import path from 'node:path';
import type { BareInput } from './bare-server.ts';
import type { OurInput, OurServer } from './our-server.ts';
import { newFolder, type Program, startProgram } from './processes.ts';

export interface Pair {
  readonly ours: Program<OurServer>;
  readonly bare: Program<{ readonly url: string }>;
}

/** As `DATABASE_POOL` is by default. */
const connections = 20;

/** Ours on a file, and the bare one on a copy of it: two processes cannot write one file without waiting for each other. */
export async function onSqlite(members: number): Promise<Pair> {
  const folder = newFolder();
  const ours = await startProgram<OurServer>('our-server.js', { folder, members } satisfies OurInput);
  const copy = path.join(newFolder(), 'bare.sqlite');
  const source = new BetterSqlite3(path.join(folder, 'weidangxiao.sqlite'), { readonly: true });
  await source.backup(copy);
  source.close();
  const bare = await startProgram<{ url: string }>('bare-server.js', { sqlite: copy, monday: ours.said.monday } satisfies BareInput);
  return { ours, bare };
}

/** An empty place on each engine there is, or on the one that `BENCH_ENGINE` names. `server` names no database. */
export async function emptyPlaces(database: string, server: string | undefined): Promise<{ engine: string; folder: string; mariadb?: string }[]> {
  const wanted = process.env['BENCH_ENGINE'];
  const sqlite = { engine: 'SQLite', folder: newFolder() };
  const places = server ? [sqlite, { engine: 'MariaDB', folder: newFolder(), mariadb: await emptyDatabase(server, database) }] : [sqlite];
  return places.filter(({ engine }) => !wanted || engine === wanted);
}

async function emptyDatabase(server: string, database: string): Promise<string> {
  const connection = await mysql.createConnection(server.replace(/^mariadb:/, 'mysql:'));
  await connection.query(`CREATE DATABASE ${database}`);
  await connection.end();
  return `${server.replace(/^mysql:/, 'mariadb:')}/${database}`;
}

/** Both in one database, each with members of its own. `server` names no database. */
export async function onMariadb(members: number, server: string): Promise<Pair> {
  const mariadb = await emptyDatabase(server, 'weidangxiao_bench');
  const ours = await startProgram<OurServer>('our-server.js', { folder: newFolder(), members, mariadb } satisfies OurInput);
  const bare = await startProgram<{ url: string }>('bare-server.js', { mariadb: { url: mariadb.replace(/^mariadb:/, 'mysql:'), connections }, monday: ours.said.monday } satisfies BareInput);
  return { ours, bare };
}
