import BetterSqlite3 from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import { SqliteStore } from './sqlite-store.ts';
import { keepPlans, steady } from './steady-plans.ts';

test('a value that is compared is hidden from the planner; one that is listed or stored stays as it is', () => {
  expect(steady('SELECT a FROM t WHERE b = ? AND c<=? AND d IN (?, ?)')).toBe('SELECT a FROM t WHERE b = +? AND c<= +? AND d IN (?, ?)');
  expect(steady('INSERT INTO t (a) VALUES (?)')).toBe('INSERT INTO t (a) VALUES (?)');
});

test('every kind of value finds and stores what it did before', () => {
  const [plain, kept] = [new BetterSqlite3(':memory:'), new BetterSqlite3(':memory:')];
  keepPlans(kept);
  const found = [plain, kept].map((connection) => {
    connection.exec('CREATE TABLE t (word varchar(10), number bigint, note text); CREATE INDEX ix ON t (word, number)');
    for (const row of [['1', 1, null], ['01', 2, 'x'], ['一', 3, 'y']]) connection.prepare('INSERT INTO t VALUES (?, ?, ?)').run(...row);
    connection.prepare('UPDATE t SET note = ? WHERE word = ? AND number >= ?').run('一句', '01', 2);
    const ask = connection.prepare('SELECT * FROM t WHERE word = ? OR number = ? OR note = ? ORDER BY number');
    return [['1', 3, null], [1, '2', 'y'], ['一', null, '一句']].map((values) => ask.all(...values));
  });
  expect(found[1]).toEqual(found[0]);
  expect(found[1]).not.toContainEqual([]);
});

test('both connections of a store keep their plans', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'weidangxiao-plans-'));
  const store = new SqliteStore(path.join(folder, 'plans.sqlite'), { entities: [], migrations: [] }, 1_000);
  await store.migrate();
  const writer = await store.begin();
  const sources = [store.reader, writer.dataSource].map(({ driver }) => ((driver as BetterSqlite3Driver).databaseConnection as BetterSqlite3.Database).prepare('SELECT 1 WHERE 1 = ?').source);
  expect(sources).toEqual(['SELECT 1 WHERE 1 = +?', 'SELECT 1 WHERE 1 = +?']);
  await writer.rollbackTransaction();
  await store.end(writer);
  await store.close();
  rmSync(folder, { recursive: true });
});
