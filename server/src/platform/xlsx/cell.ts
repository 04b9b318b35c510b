/** A cell with something in it, as a reader of sheets needs it. */
export interface Cell {
  /** What stands there. A date is '1990-09-05', a number has the decimals that its format shows. */
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date';
  /** A formula whose result was never saved: nobody knows what stands there. */
  readonly uncomputed?: boolean;
  /** An error such as #N/A. By itself it is nobody's row, since formulas are often drawn down below the last person. */
  readonly failed?: boolean;
  /** Copied from the first cell of a merged range. */
  readonly merged?: boolean;
}

export interface Row {
  /** The number that Excel shows. */
  readonly number: number;
  readonly hidden: boolean;
  /** By column, from 1. Empty cells are left out. */
  readonly cells: Map<number, Cell>;
}

export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly merges: readonly Merge[];
}

/** 'AB12' -> { column: 28, row: 12 }; null for what is no address. */
export function addressOf(reference: string): { column: number; row: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (!letters || !digits) return null;
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return { column, row: Number(digits) };
}

/** 28 -> 'AB'. */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letterOf(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
