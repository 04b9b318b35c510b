import { isGroupName, namedGroup } from '@weidangxiao/shared/rules/group-name.ts';
import type { RosterField } from '@weidangxiao/shared/rules/roster-fault.ts';
import { type Cell, letterOf, type Row, type Sheet } from '../../platform/xlsx/cell.ts';
import { type Column, type Header, isHeaderAgain, readHeader } from './read-header.ts';
import { readPhone } from './read-phone.ts';
import { type Side, sidesOf } from './side-by-side.ts';
import { compact } from '../../platform/xlsx/tidy.ts';

/** One person's row as the sheet has it; what it means is judged later, and again after every correction. */
export interface Entry {
  /** Tells a row from that of another sheet. */
  readonly key: string;
  /** Null where only one sheet has people. */
  readonly sheet: string | null;
  readonly row: number;
  readonly values: Partial<Record<RosterField, string>>;
  /** Fields whose cell held a number. */
  readonly numbers: readonly RosterField[];
  /** Fields whose cell holds a formula that was never computed. */
  readonly uncomputed: readonly RosterField[];
  /** Fields whose cell holds an error such as #N/A; missing in what was read before there was such a list. */
  readonly failed?: readonly RosterField[];
  /** The row whose group is meant by a blank cell; null for the first. */
  readonly above: string | null;
  readonly hidden: boolean;
}

export interface RosterSheet {
  readonly name: string;
  readonly columns: readonly (Column & { readonly letter: string })[];
}

export interface ReadRoster {
  readonly sheets: readonly RosterSheet[];
  readonly entries: readonly Entry[];
}

/** Sheets that explain how to fill in the others. */
const notARoster = /示例|样例|说明|填写|模板|字典|选项/;

/** 班子成员 heads a part of the list. */
const manyPeople = /(成员|人员|名单|名册|干部|班子|党员|学员|情况)$/;

/** All people of all sheets that have a header. No sheets in the answer: none has one. */
export function readRoster(sheets: readonly Sheet[]): ReadRoster {
  const read = sheets.filter(({ name }) => !notARoster.test(name)).flatMap(sidesOf).map(readSheet).filter((sheet) => sheet !== null);
  const withPeople = read.filter(({ entries }) => entries.length > 0);
  const kept = withPeople.length > 0 ? withPeople : read.slice(0, 1);
  const isOne = kept.length < 2;
  const entries = kept.flatMap((sheet, at) => sheet.entries.map((entry) => ({ ...entry, ...keysOf(entry, isOne ? null : sheet.name, at) })));
  return { sheets: kept.map(({ name, columns }) => ({ name, columns: columns.map((column) => ({ ...column, letter: letterOf(column.column) })) })), entries };
}

function keysOf({ row, above }: Entry, sheet: string | null, at: number): Pick<Entry, 'key' | 'sheet' | 'above'> {
  return { key: `${at}:${row}`, sheet, above: above === null ? null : `${at}:${above}` };
}

interface SheetEntries {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly entries: Entry[];
}

function readSheet({ sheet, name }: Side): SheetEntries | null {
  const rows = new Map(sheet.rows.map((row) => [row.number, row]));
  const walk = new Walk(sheet.name);
  for (const row of sheet.rows) {
    const header = readHeader(row, rows, sheet.merges);
    if (!header || !walk.begin(header)) walk.take(row);
  }
  return walk.columns ? { name, columns: walk.columns, entries: walk.entries } : null;
}

type Meanings = ReadonlyMap<number, Column['meaning']>;

/** Goes down a sheet and remembers what the rows above said. */
class Walk {
  readonly entries: Entry[] = [];
  /** Of the first header. */
  columns: readonly Column[] | null = null;
  private header: Header | null = null;
  private meanings: Meanings = new Map();
  /** The group that a title, a section's heading or the sheet's name tells, where no column does. */
  private section: string | null;
  /** A section's heading stands right above: a blank group cell means that group. */
  private isBelowSection = false;

  constructor(sheetName: string) {
    this.section = namedGroup(withoutListWords(sheetName));
  }

  /** Whether it is taken for one. */
  begin(header: Header): boolean {
    if (this.header && !isHeaderAgain(this.header, header)) return false;
    this.header = header;
    this.meanings = new Map(header.columns.map(({ column, meaning }) => [column, meaning]));
    this.columns ??= header.columns;
    return true;
  }

  take(row: Row): void {
    const alone = loneText(row);
    const numbered = this.numberedSection(row);
    if (alone !== null && !this.isPersonAlone(row)) this.open(isFooter(alone) ? null : namedGroup(this.header ? alone : withoutListWords(alone)));
    else if (numbered) this.open(numbered);
    else if (this.header && row.number > this.header.lastRow && isPerson(row, this.meanings)) this.entries.push(this.entryOf(row, this.header));
  }

  private open(section: string | null): void {
    if (!section) return;
    this.section = section;
    this.isBelowSection = this.header !== null;
  }

  /** 一、第一学习小组: a section's heading may have a number of its own. */
  private numberedSection({ cells }: Row): string | null {
    if (cells.size > 2) return null;
    const serial = this.header?.columns.find(({ meaning }) => meaning === 'serial')?.column;
    const texts = [...cells].filter(([column]) => column !== serial).map(([, { text }]) => text.trim());
    const [only] = texts;
    return texts.length === 1 && only !== undefined && isGroupName(only) ? namedGroup(only) : null;
  }

  /** A row with a single text is a title or a note, unless that is a name or a phone in its own column. */
  private isPersonAlone(row: Row): boolean {
    const [column, cell] = [...row.cells][0] ?? [];
    const meaning = this.header?.columns.find((known) => known.column === column)?.meaning;
    if (!cell || row.cells.size > 1) return false;
    return meaning === 'phone' || (meaning === 'name' && /^[\p{Script=Han}·\s\u3000]{2,8}$/u.test(cell.text.trim()) && !isGroupName(cell.text) && !isFooter(cell.text) && !manyPeople.test(compact(cell.text)));
  }

  private entryOf(row: Row, { columns }: Header): Entry {
    const values: Partial<Record<RosterField, string>> = {};
    const numbers: RosterField[] = [];
    const uncomputed: RosterField[] = [];
    const failed: RosterField[] = [];
    for (const { column, meaning } of columns) {
      const cell = row.cells.get(column);
      if (!cell || !meaning || meaning === 'serial') continue;
      values[meaning] = values[meaning] ? `${values[meaning]}；${cell.text.trim()}` : cell.text;
      if (cell.kind === 'number') numbers.push(meaning);
      if (cell.uncomputed) uncomputed.push(meaning);
      if (cell.failed) failed.push(meaning);
    }
    const spare = values.phone === undefined ? sparePhone(row, columns) : undefined;
    if (spare !== undefined) values.phone = spare;
    const hasGroupColumn = columns.some(({ meaning }) => meaning === 'group');
    if ((!hasGroupColumn || this.isBelowSection) && this.section) values.group ??= this.section;
    this.isBelowSection = false;
    const above = hasGroupColumn ? (this.entries.at(-1)?.row ?? null) : null;
    return { key: '', sheet: null, row: row.number, values, numbers, uncomputed, failed, above: above === null ? null : String(above), hidden: row.hidden };
  }
}

/** Only what surely is a mobile number: a spare column may as well hold a landline. */
function sparePhone(row: Row, columns: readonly Column[]): string | undefined {
  const spares = columns.filter(({ isSpare }) => isSpare).map(({ column }) => row.cells.get(column)?.text ?? '');
  return spares.find((text) => {
    const { phone, fault } = readPhone(text);
    return phone !== null && fault === null;
  });
}

/** 2026年安溪村学习小组党员名单 -> 安溪村学习小组: what a title says besides the group's name. */
function withoutListWords(title: string): string {
  const bare = compact(title).replace(/^\d{4}年度?/, '');
  return bare.replace(/(?:全体)?(?:党员|学员|成员|组员|人员)?(?:基本)?(?:情况|信息)?(?:花?名册|名单|登记表|一览表|统计表|信息表|通讯录|台账)$/, '') || title;
}

/** The row's only text (a merged one stands in many cells), or null. */
function loneText({ cells }: Row): string | null {
  let only: string | null = null;
  for (const { text } of cells.values()) {
    const told = text.trim();
    if (only !== null && told !== only) return null;
    only = told;
  }
  return only;
}

/** Numbered lines that wait for somebody, sums and signatures are nobody. */
function isPerson({ cells }: Row, meaningOf: Meanings): boolean {
  const ordered = [...cells];
  if (!ordered.some(([column, cell]) => !cell.merged && says(cell) && !isPlace(meaningOf.get(column)))) return false;
  const serial = ordered.find(([column, cell]) => meaningOf.get(column) === 'serial' && says(cell))?.[1];
  if (serial && /^(例|示例|样例|举例)/.test(compact(serial.text))) return false;
  return !footerCells(ordered, meaningOf).some(({ text }) => isFooter(text));
}

function says({ text, uncomputed }: Cell): boolean {
  return uncomputed === true || text.trim() !== '';
}

/** A number or a group alone is nobody yet. */
function isPlace(meaning: Column['meaning'] | undefined): boolean {
  return meaning === 'serial' || meaning === 'group';
}

/** A sum or a signature is told by its first words, or by what stands in place of a name. */
function footerCells(cells: readonly (readonly [number, Cell])[], meaningOf: Meanings): Cell[] {
  const first = cells.reduce((least, cell) => (cell[0] < least[0] ? cell : least));
  const name = cells.find(([column]) => meaningOf.get(column) === 'name');
  return name && name !== first ? [first[1], name[1]] : [first[1]];
}

export function isFooter(text: string): boolean {
  const words = compact(text);
  return (
    /^.{0,8}(合计|总计|小计|共计)|^(总人数|本页|累计|以上|填表|制表|填报|填写|审核|复核|审批|经办|负责人|联系人|备注:|注[:\d]|说明|盖章|签字|签名|单位[(:]|日期:|截[至止]|第\d+页)/.test(words) ||
    /^(注|备注|附注|说明)$|(填表|制表|审核|经办|负责)人?:|(签字|签名|盖章)[:)]?$/.test(words) ||
    /^共\d+[人名]|^\d+[人名]$|^\d{4}年\d{1,2}月\d{1,2}日$/.test(words)
  );
}
