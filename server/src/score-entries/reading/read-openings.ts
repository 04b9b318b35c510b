import type { Cell, Row, Sheet } from '../../platform/xlsx/cell.ts';
import { compact, oneLine, saysNothing } from '../../platform/xlsx/tidy.ts';

/** 'name', 'group', 'evidence', the year for its hours, or a month of it. */
export type OpeningMeaning = string;

export interface OpeningColumn {
  readonly column: number;
  /** The sheet's own words. */
  readonly heading: string;
  /** Null for a column that is not needed, also for a month of another year. */
  readonly meaning: OpeningMeaning | null;
}

export interface OpeningRow {
  readonly row: number;
  readonly name: string;
  readonly group: string | null;
  readonly evidence: string;
  /** As they stand, by month and, for hours, by the year; blank cells are left out. */
  readonly figures: readonly { readonly period: string; readonly heading: string; readonly text: string; readonly failed: boolean }[];
}

export interface OpeningSheet {
  readonly columns: readonly OpeningColumn[];
  readonly rows: readonly OpeningRow[];
}

const notForPeople = /示例|样例|说明|填写|模板/;
const isSum = /^(合计|总计|小计|平均|共\d|注[:：]|填表|制表|审核|备注[:：])/;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** The first sheet that has names and something to bring along, its columns by their headings, in any order. Null: there is none. */
export function readOpenings(sheets: readonly Sheet[], year: string): OpeningSheet | null {
  for (const sheet of sheets.filter(({ name }) => !notForPeople.test(name))) {
    const at = sheet.rows.findIndex((row) => isHeader(columnsOf(row, year)));
    const header = sheet.rows[at];
    if (!header) continue;
    const columns = columnsOf(header, year);
    return { columns, rows: sheet.rows.slice(at + 1).flatMap((row) => personOf(row, columns)) };
  }
  return null;
}

function isHeader(columns: readonly OpeningColumn[]): boolean {
  const meanings = columns.flatMap(({ meaning }) => meaning ?? []);
  return meanings.includes('name') && meanings.some((meaning) => /^\d{4}/.test(meaning));
}

/** Of two columns with one meaning the first is taken. */
function columnsOf({ cells }: Row, year: string): OpeningColumn[] {
  const taken = new Set<string>();
  return [...cells].sort(([a], [b]) => a - b).map(([column, { text }]) => {
    const meaning = meaningOf(compact(text), year);
    const isFree = meaning !== null && !taken.has(meaning);
    if (isFree) taken.add(meaning);
    return { column, heading: oneLine(text), meaning: isFree ? meaning : null };
  });
}

function meaningOf(heading: string, year: string): OpeningMeaning | null {
  if (/^.{0,4}(姓名|名字)$/.test(heading)) return 'name';
  if (/依据|凭证|出处|来源/.test(heading)) return 'evidence';
  if (/学时/.test(heading)) return year;
  const month = monthIn(heading, year);
  if (month) return month;
  return /小组|组别|组名|^组$|支部/.test(heading) ? 'group' : null;
}

/** '3月', '三月得分', '2026年3月', '2026-03'; null also for a month of another year. */
function monthIn(heading: string, year: string): string | null {
  const [, written, digits] = /^(?:(\d{4})年?[-./]?)?(\d{1,2})(?:月|$|-01$)/.exec(heading) ?? [];
  const [, numeral] = /^(十[一二]?|[一二三四五六七八九])月/.exec(heading) ?? [];
  const month = numeral ? numerals.indexOf(numeral) + 1 : Number(digits ?? 0);
  const isMonth = month >= 1 && month <= 12 && (numeral !== undefined || written !== undefined || heading.includes('月'));
  return isMonth && (written ?? year) === year ? `${year}-${String(month).padStart(2, '0')}` : null;
}

function personOf(row: Row, columns: readonly OpeningColumn[]): OpeningRow[] {
  const textOf = (wanted: string): string => oneLine(cellOf(row, columns, wanted)?.text ?? '');
  const figures = columns.flatMap(({ column, heading, meaning }) => {
    const cell = row.cells.get(column);
    return meaning && cell && /^\d{4}/.test(meaning) && says(cell) ? [{ period: meaning, heading, text: oneLine(cell.text), failed: isFailed(cell) }] : [];
  });
  const name = textOf('name');
  const first = compact([...row.cells.values()][0]?.text ?? '');
  if (figures.length === 0 || isSum.test(first) || isSum.test(compact(name)) || /^(例|示例|样例)/.test(first)) return [];
  return [{ row: row.number, name, group: textOf('group') || null, evidence: textOf('evidence'), figures }];
}

function cellOf(row: Row, columns: readonly OpeningColumn[], wanted: string): Cell | undefined {
  const column = columns.find(({ meaning }) => meaning === wanted)?.column;
  return column === undefined ? undefined : row.cells.get(column);
}

const isFailed = ({ failed, uncomputed }: Cell): boolean => failed === true || uncomputed === true;
const says = (cell: Cell): boolean => isFailed(cell) || !saysNothing(cell.text);
