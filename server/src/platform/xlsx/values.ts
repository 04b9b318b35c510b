import type { Cell } from './cell.ts';
import type { Format } from './formats.ts';
import type { RawCell } from './sheet-part.ts';
import { unescaped } from './strings.ts';

const dayMs = 86_400_000;
/** Serial 25569 is 1970-01-01. */
const epoch = 25_569;
const epoch1904 = epoch - 1_462;
const lastSerial = 110_000;

export interface Reading {
  readonly strings: ReadonlyMap<number, string>;
  readonly formatOf: (style: string | undefined) => Format;
  readonly from1904: boolean;
}

/** What a cell says, or null where it says nothing, as a lost string does. */
export function cellOf(raw: RawCell, { strings, formatOf, from1904 }: Reading): Cell | null {
  if (raw.hasFormula && raw.value.trim() === '') return raw.type === 'str' ? null : { text: '', kind: 'text', uncomputed: true };
  if (raw.type === 's') return textCell(strings.get(Number(raw.value)) ?? '');
  if (raw.type === 'e') return { text: '', kind: 'text', failed: true };
  if (raw.type === 'd') return { text: raw.value.slice(0, 10), kind: 'date' };
  if (raw.type === 'b') return textCell(raw.value.trim() === '1' ? '是' : '否');
  if (raw.type === 'n') return numberCell(raw.value.trim(), formatOf(raw.style), from1904);
  return textCell(unescaped(raw.value));
}

function textCell(text: string): Cell | null {
  return text.trim() === '' ? null : { text, kind: 'text' };
}

function numberCell(value: string, { isDate, decimals }: Format, from1904: boolean): Cell | null {
  const number = Number(value);
  if (!Number.isFinite(number)) return textCell(value);
  if (isDate) {
    const date = dateOfSerial(number, from1904);
    if (date) return { text: date, kind: 'date' };
  }
  return { text: decimals ? number.toFixed(Math.min(decimals, 10)) : plain(number), kind: 'number' };
}

/** 33121 -> '1990-09-05'; null for what is no day of a calendar in use. */
export function dateOfSerial(serial: number, from1904 = false): string | null {
  if (!(serial >= 1 && serial < lastSerial)) return null;
  return new Date((Math.floor(serial) - (from1904 ? epoch1904 : epoch)) * dayMs).toISOString().slice(0, 10);
}

/** All digits of a whole number, never 1.38E+10. */
function plain(number: number): string {
  if (Number.isInteger(number) && Math.abs(number) < Number.MAX_SAFE_INTEGER) return number.toFixed(0);
  return String(number);
}
