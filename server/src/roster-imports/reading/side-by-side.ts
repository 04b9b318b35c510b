import type { Sheet } from '../../platform/xlsx/cell.ts';
import { type Column, type Header, readHeader } from './read-header.ts';
import { compact } from '../../platform/xlsx/tidy.ts';

/** A list of people: a sheet, or one of several lists that a sheet has side by side. */
export interface Side {
  /** As people call it. */
  readonly name: string;
  readonly sheet: Sheet;
}

/**
 * To save paper, a list goes on to the right of itself under the same headings. Each part is read by itself, so that nobody
 * in the right one is lost. Every other sheet stays whole.
 */
export function sidesOf(sheet: Sheet): Side[] {
  const header = firstHeader(sheet);
  const starts = header ? startsOf(header.columns) : [];
  if (starts.length < 2) return [{ name: sheet.name, sheet }];
  return starts.map((from, at) => ({ name: `${sheet.name}（${sideName(at, starts.length)}）`, sheet: part(sheet, at === 0 ? 1 : from, (starts[at + 1] ?? Infinity) - 1) }));
}

function firstHeader({ rows, merges }: Sheet): Header | null {
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  for (const row of rows) {
    const header = readHeader(row, byNumber, merges);
    if (header) return header;
  }
  return null;
}

/** The columns at which a list begins again. A second 姓名 alone may be a relative's: it takes the number or the group, or everything, again. */
function startsOf(columns: readonly Column[]): number[] {
  const told = columns.map(({ heading }) => compact(heading));
  const [first] = columns;
  const name = columns.find(({ meaning }) => meaning === 'name');
  if (!first || !name) return [];
  const starts = columns.filter((_, at) => told[at] === told[0]).map(({ column }) => column);
  const names = told.filter((heading) => heading === compact(name.heading)).length;
  const isNumbered = first.meaning === 'serial' || first.meaning === 'group';
  return names === starts.length && (isNumbered || repeats(told, starts.length)) ? starts : [];
}

function repeats(told: readonly string[], times: number): boolean {
  const length = told.length / times;
  return length >= 2 && told.every((heading, at) => heading === told[at % length]);
}

function sideName(at: number, sides: number): string {
  return sides === 2 ? (['左', '右'][at] ?? '') : `第${at + 1}栏`;
}

/** Titles over all columns stand in each part. */
function part({ name, rows, merges }: Sheet, from: number, to: number): Sheet {
  const within = (column: number): boolean => column >= from && column <= to;
  return {
    name,
    merges: merges.filter(({ left, right }) => left <= to && right >= from).map((merge) => ({ ...merge, left: Math.max(merge.left, from), right: Math.min(merge.right, to) })),
    rows: rows.map((row) => ({ ...row, cells: new Map([...row.cells].filter(([column]) => within(column))) })).filter(({ cells }) => cells.size > 0),
  };
}
