import type { OpenZip } from '../files/bounded-zip.ts';
import type { Cell, Merge, Row, Sheet } from './cell.ts';
import { Formats } from './formats.ts';
import { type RawSheet, readSheetPart, TooManyRows } from './sheet-part.ts';
import { readStrings } from './strings.ts';
import { cellOf, type Reading } from './values.ts';
import { readXml } from './xml.ts';

interface Listed {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

/** The zip holds no workbook. */
export class NoWorkbook extends Error {}

const maxSheets = 60;
/** Cells that get their text from a merged range, in one sheet; what a hostile file has beyond that stays empty. */
const maxSpread = 200_000;

/**
 * The visible sheets of an .xlsx. The rows are counted before their texts are unpacked; no more than `maxRows` rows
 * with something in them are ever kept, over all sheets.
 * @throws NoWorkbook, TooManyRows, XmlBroken, ZipRefused
 */
export async function readWorkbook(zip: OpenZip, maxRows: number): Promise<Sheet[]> {
  const { listed, from1904 } = await readList(zip);
  const targets = await readTargets(zip);
  const raw: { name: string; sheet: RawSheet }[] = [];
  let left = maxRows;
  for (const { name, relation } of listed.filter(({ hidden }) => !hidden).slice(0, maxSheets)) {
    const path = targets.get(relation);
    if (!path) continue;
    const sheet = await readSheetPart(zip.stream(path), left);
    left -= sheet.rows.length;
    raw.push({ name, sheet });
  }
  const reading = await readingFor(zip, raw.map(({ sheet }) => sheet), from1904);
  return raw.map(({ name, sheet }) => ({ name, merges: sheet.merges, rows: rowsOf(sheet, reading) }));
}

export { TooManyRows };

async function readList(zip: OpenZip): Promise<{ listed: Listed[]; from1904: boolean }> {
  const path = partNamed(zip, 'xl/workbook.xml');
  if (!path) throw new NoWorkbook();
  const listed: Listed[] = [];
  let from1904 = false;
  await readXml(zip.stream(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      listed.push({ name: attributes['name'] ?? '', relation, hidden: (attributes['state'] ?? 'visible') !== 'visible' });
    },
  });
  return { listed, from1904 };
}

/** Paths of the sheets' parts by the relation that the workbook names. */
async function readTargets(zip: OpenZip): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const path = partNamed(zip, 'xl/_rels/workbook.xml.rels');
  if (!path) throw new NoWorkbook();
  await readXml(zip.stream(path), {
    open(name, { Id = '', Target = '', Type = '' }) {
      const part = name === 'Relationship' && Type.endsWith('/worksheet') ? partNamed(zip, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`) : null;
      if (part) targets.set(Id, part);
    },
  });
  return targets;
}

async function readingFor(zip: OpenZip, sheets: readonly RawSheet[], from1904: boolean): Promise<Reading> {
  const wanted = new Set<number>();
  for (const { rows } of sheets) for (const { cells } of rows) for (const { type, value } of cells) if (type === 's') wanted.add(Number(value));
  const stringsPart = partNamed(zip, 'xl/sharedStrings.xml');
  const stylesPart = partNamed(zip, 'xl/styles.xml');
  const strings = stringsPart ? await readStrings(zip.stream(stringsPart), wanted) : new Map<number, string>();
  const formats = stylesPart ? await Formats.read(zip.stream(stylesPart)) : new Formats();
  return { strings, formatOf: (style) => formats.of(style), from1904 };
}

/** Some writers spell part names in another case, or with backslashes. */
function partNamed(zip: OpenZip, path: string): string | null {
  const wanted = path.toLowerCase();
  return zip.names.find((name) => name.replaceAll('\\', '/').toLowerCase() === wanted) ?? null;
}

function rowsOf({ rows, merges }: RawSheet, reading: Reading): Row[] {
  const read = rows.map(({ number, hidden, cells }): Row => {
    const known = new Map<number, Cell>();
    for (const raw of cells) {
      const cell = cellOf(raw, reading);
      if (cell) known.set(raw.column, cell);
    }
    return { number, hidden, cells: known };
  });
  const byNumber = new Map(read.map((row) => [row.number, row]));
  let budget = maxSpread;
  for (const merge of merges) budget -= spread(byNumber, merge, budget);
  return read.filter(({ cells }) => cells.size > 0);
}

/** Every row of a merged range that says something by itself gets the range's text. Answers how many cells that were. */
function spread(rows: ReadonlyMap<number, Row>, merge: Merge, budget: number): number {
  const { top, bottom, left, right } = merge;
  const first = rows.get(top)?.cells.get(left);
  const width = right - left + 1;
  if (!first || width > budget) return 0;
  const within = rowsBetween(rows, top, Math.min(bottom, top + Math.floor(budget / width)));
  for (const { number, cells } of within) {
    for (let column = left; column <= right; column += 1) {
      if (number !== top || column !== left) cells.set(column, { ...first, merged: true });
    }
  }
  return within.length * width;
}

function rowsBetween(rows: ReadonlyMap<number, Row>, top: number, bottom: number): Row[] {
  if (bottom - top > rows.size) return [...rows.values()].filter(({ number }) => number >= top && number <= bottom);
  return Array.from({ length: bottom - top + 1 }, (_, at) => rows.get(top + at)).filter((row) => row !== undefined);
}
