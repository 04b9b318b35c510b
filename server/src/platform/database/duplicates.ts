import { type DataSource, type EntityMetadata, QueryFailedError } from 'typeorm';
import { driverCode } from './store-failures.ts';

/**
 * Was a write refused by a unique key? With a `name` only by that one: a unique index of an entity, or `pk_<table>`.
 * MariaDB names the key, SQLite the columns.
 */
export function isDuplicate(error: unknown, source: DataSource, name?: string): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { word, number } = driverCode(error);
  const onSqlite = word === 'SQLITE_CONSTRAINT_UNIQUE' || word === 'SQLITE_CONSTRAINT_PRIMARYKEY';
  if (!onSqlite && number !== 1062 && number !== 1586) return false;
  if (name === undefined) return true;
  const key = keyNamed(name, source);
  const message = String((error.driverError as Error).message);
  return onSqlite ? message.endsWith(`: ${sqliteColumns(key)}`) : namesKey(message, error.query, key);
}

interface UniqueKey {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly string[];
}

function keyNamed(name: string, source: DataSource): UniqueKey {
  const found = source.entityMetadatas.flatMap(keysOf).find((key) => key.name === name);
  if (!found) throw new Error(`No entity has a unique index ${name}`);
  return found;
}

function keysOf(entity: EntityMetadata): UniqueKey[] {
  const table = entity.tableName;
  const primary = { name: `pk_${table}`, table, columns: entity.primaryColumns.map((column) => column.databaseName) };
  const unique = entity.indices.filter((index) => index.isUnique);
  return [
    primary,
    ...unique.map((index) => ({ name: index.name, table, columns: index.columns.map((column) => column.databaseName) })),
  ];
}

function sqliteColumns({ table, columns }: UniqueKey): string {
  return columns.map((column) => `${table}.${column}`).join(', ');
}

/** "Duplicate entry '…' for key 'uq_x'", on MySQL 'table.uq_x'; a primary key is called PRIMARY in every table. */
function namesKey(message: string, query: string, { name, table }: UniqueKey): boolean {
  const named = /for key '(?:[^']*\.)?([^'.]+)'$/.exec(message)?.[1];
  if (named !== 'PRIMARY') return named === name;
  return name === `pk_${table}` && new RegExp(`\\b${table}\\b`).test(query);
}
