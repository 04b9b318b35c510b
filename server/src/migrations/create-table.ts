import { type MigrationInterface, type QueryRunner, Table, TableColumn, TableForeignKey, TableIndex } from 'typeorm';
import {
  type ColumnKind,
  dateKind,
  flagKind,
  idKind,
  instantKind,
  jsonKind,
  longTextKind,
  textKind,
  wholeKind,
} from '../platform/database/column-kinds.ts';

export interface NewColumn {
  readonly kind: ColumnKind;
  readonly nullable: boolean;
}

export interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  /** Of the other table; `['town_id', 'id']` unless told. */
  readonly references?: readonly string[];
}

export interface Keys {
  /** `['town_id', 'id']` unless told; `['id']` for tables of the platform. */
  readonly primary?: readonly string[];
  /** Names begin with `uq_<table>_`. */
  readonly unique?: Readonly<Record<string, readonly string[]>>;
  /** Names begin with `ix_<table>_`. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
  /** Nothing tells in which order the rows came: SQLite keeps no rowid, and lays them by their key as MariaDB does. */
  readonly orderless?: boolean;
  /** Names begin with `fk_<table>_`; the entity repeats them with `@ForeignKey(…, {name})`. */
  readonly foreignKeys?: Readonly<Record<string, ForeignKey>>;
}

const column = (kind: ColumnKind): NewColumn => ({ kind, nullable: false });

/** The kinds of column as the entities' decorators name them. */
export const id = column(idKind);
export const instant = column(instantKind);
export const dateText = column(dateKind);
export const text = (length: number): NewColumn => column(textKind(length));
export const longText = column(longTextKind);
export const cipher = longText;
export const json = column(jsonKind);
export const flag = column(flagKind);
export const whole = column(wholeKind);
export const hundredths = whole;
export const nullable = ({ kind }: NewColumn): NewColumn => ({ kind, nullable: true });

/**
 * A migration that creates one table, on either engine, in one statement, and passes when it is there already: what
 * was killed midway can simply be run again.
 * @param order 13 digits: YYYYMMDDhhmm and one more; the same that the file's name begins with
 */
export function createTable(order: number, name: string, columns: Readonly<Record<string, NewColumn>>, keys: Keys = {}): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = `create_${name}_${order}`;

    up(runner: QueryRunner): Promise<void> {
      return runner.createTable(tableOf(runner, name, columns, keys), true);
    }

    down(runner: QueryRunner): Promise<void> {
      return runner.dropTable(name, true);
    }
  };
}

function tableOf(runner: QueryRunner, name: string, columns: Readonly<Record<string, NewColumn>>, keys: Keys): Table {
  const primary = keys.primary ?? ['town_id', 'id'];
  const table = new Table({
    name,
    columns: Object.entries(columns).map(([columnName, definition]) => columnOf(runner, columnName, definition, primary.includes(columnName))),
    indices: [...indexesOf(keys.unique, true), ...indexesOf(keys.indexes, false)],
    foreignKeys: Object.entries(keys.foreignKeys ?? {}).map(([keyName, key]) => foreignKeyOf(keyName, key)),
  });
  if (keys.orderless) table.withoutRowid = true;
  const storage = storageOf(runner);
  if (storage) table.engine = storage;
  return table;
}

/** As the engine of `runner` writes it. */
export function columnOf(runner: QueryRunner, name: string, { kind, nullable: isNullable }: NewColumn, isPrimary: boolean): TableColumn {
  const { driver } = runner.dataSource;
  const type = driver.normalizeType({ type: kind.type });
  return new TableColumn({ name, type, length: kind.length ? String(kind.length) : '', isNullable, isPrimary });
}

function indexesOf(named: Keys['unique'] = {}, isUnique: boolean): TableIndex[] {
  return Object.entries(named).map(([name, columnNames]) => new TableIndex({ name, columnNames: [...columnNames], isUnique }));
}

function foreignKeyOf(name: string, { columns, table, references }: ForeignKey): TableForeignKey {
  return new TableForeignKey({
    name,
    columnNames: [...columns],
    referencedTableName: table,
    referencedColumnNames: [...(references ?? ['town_id', 'id'])],
  });
}

/**
 * Text that compares by its bytes, trailing spaces included, as SQLite's does. TypeORM has no option for a table's
 * collation; it copies the engine into CREATE TABLE as it stands.
 */
function storageOf(runner: QueryRunner): string | null {
  const { type } = runner.dataSource.options;
  if (type === 'mariadb') return 'InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin';
  if (type === 'mysql') return 'InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_bin';
  return null;
}
