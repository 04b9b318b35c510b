import type { ColumnOptions, ValueTransformer } from 'typeorm';

/**
 * The kinds of column that mean the same on SQLite and on MariaDB/MySQL. Entities (`columns.ts`) and migrations
 * (`migrations/create-table.ts`) both take them from here, so they cannot drift apart.
 * Text compares and sorts by its bytes on both engines: case and trailing spaces count (`engines.ts` sets the collation).
 * SQLite does not enforce a length: the contract does.
 */
export interface ColumnKind {
  readonly type: 'varchar' | 'text' | 'bigint' | 'int' | 'boolean';
  readonly length?: number;
  readonly transformer?: ValueTransformer;
}

/** UUID text; also fits ids that other systems made. */
export const idKind = { type: 'varchar', length: 36 } as const satisfies ColumnKind;

/** Epoch milliseconds, UTC. Drivers may hand a bigint over as text. */
export const instantKind = { type: 'bigint', transformer: { to: keep, from: toNumber } } as const satisfies ColumnKind;

/** A business date in Asia/Shanghai, 'YYYY-MM-DD'. */
export const dateKind = { type: 'varchar', length: 10 } as const satisfies ColumnKind;

/** Up to 500 characters, so that it can stand in an index beside the town. */
export function textKind(length: number): ColumnKind {
  if (length > 500) throw new Error(`A text of ${length} characters is a long text`);
  return { type: 'varchar', length };
}

/** Text without a limit of its own. Not for indexes. Also what ciphers are kept in. */
export const longTextKind = { type: 'text' } as const satisfies ColumnKind;

/** A value kept as JSON text. Nothing queries inside it. */
export const jsonKind = { type: 'text', transformer: { to: toJson, from: fromJson } } as const satisfies ColumnKind;

export const flagKind = { type: 'boolean' } as const satisfies ColumnKind;

/** A whole number within 32 bits; scores and other decimals are kept as hundredths in one. */
export const wholeKind = { type: 'int' } as const satisfies ColumnKind;

/** What TypeORM's `@Column` takes. */
export function columnOptions(kind: ColumnKind, nullable: boolean): ColumnOptions {
  return { ...kind, nullable };
}

function keep(value: unknown): unknown {
  return value;
}

function toNumber(value: unknown): number | null | undefined {
  return value === null || value === undefined ? value : Number(value);
}

function toJson(value: unknown): string | null | undefined {
  return value === null || value === undefined ? value : JSON.stringify(value);
}

function fromJson(value: unknown): unknown {
  return typeof value === 'string' ? JSON.parse(value) : value;
}
