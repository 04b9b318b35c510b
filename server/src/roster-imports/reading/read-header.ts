import type { RosterField } from '@weidangxiao/shared/rules/roster-fault.ts';
import type { Merge, Row } from '../../platform/xlsx/cell.ts';
import { compact } from '../../platform/xlsx/tidy.ts';

export type ColumnMeaning = RosterField | 'serial';

export interface Column {
  readonly column: number;
  /** The sheet's own words. */
  readonly heading: string;
  /** Null for a column that a roster does not need. */
  readonly meaning: ColumnMeaning | null;
  /** 联系电话2 beside 联系电话1: another phone of the same person, for where the first one is blank. */
  readonly isSpare?: boolean;
}

export interface Header {
  /** The last row of it; people come below. */
  readonly lastRow: number;
  readonly columns: readonly Column[];
}

/** How surely a heading means a field: where two columns could be one field, the higher takes it. */
type Guess = readonly [pattern: RegExp, score: number];

const notTheirOwn = /介绍人|申请|家属|配偶|监护|紧急|座机|固定|固话|办公|联系人|组长|负责人|书记|是否|填表|审核/;

const guesses: Readonly<Record<ColumnMeaning, readonly Guess[]>> = {
  serial: [[/^(序号?|编号|no|号)$/, 9]],
  name: [[/^姓名$/, 9], [/^.{0,4}(姓名|名字)$/, 8], [/^(党员|学员|组员|成员|人员|名称)$/, 5]],
  phone: [[/手机|移动电话|mobile/, 9], [/^(联系|本人)?电话(号码?)?$|^tel$/, 8], [/联系方式|联系号码|电话/, 7], [/^(联系|号码|phone)$/, 5]],
  group: [[/学习小组|学习组|党小组|所[在属]小?组|^小?组别?$|组名/, 9], [/小组|组别|分组|班组/, 8], [/组$/, 6], [/支部/, 3], [/^(所在|所属)?(村|社区|单位)(名称?)?$|^村社区$/, 2]],
  gender: [[/^(性别|gender|sex)$/, 9], [/性别/, 8]],
  joinedOn: [[/^入党(时间|日期|年月日?)?$/, 9], [/入党(?!申请|介绍|地点|积极|志愿|时所)|加入.{0,8}(党|中共)/, 7]],
  duty: [[/^(党内|现任|担任)?职务$/, 9], [/职务|职位|任职/, 7], [/岗位/, 5]],
  tags: [[/^(人员|党员|学员|身份)?类[别型]$/, 9], [/类别|类型/, 7], [/^身份$|政治面貌/, 6]],
  remark: [[/备注/, 9], [/健康|身体|病|残|特殊情况|困难/, 8], [/^(说明|其他|情况)/, 4]],
};

const ownPhone = /^(本人|备用|常用|其他)?(联系)?(手机|移动电话|电话|方式)(号码?)?[\d一二两]?$/;
const fieldsOnce: readonly ColumnMeaning[] = ['name', 'phone', 'group', 'gender', 'joinedOn', 'duty', 'tags', 'serial'];

/**
 * The header that begins in this row, or null. A header names the people and at least one more thing about them.
 * Of a heading over several rows (联系方式 over 手机 and 座机) the lowest words count.
 */
export function readHeader(row: Row, rows: ReadonlyMap<number, Row>, merges: readonly Merge[]): Header | null {
  if (![...row.cells.values()].some(({ text }) => mayHeadNames(text))) return null;
  const first = meaningsOf(headings(row));
  const name = first.find(({ meaning }) => meaning === 'name');
  if (!name) return null;
  const lastRow = merges.find(({ top, left, right }) => top === row.number && left <= name.column && name.column <= right)?.bottom ?? row.number;
  const columns = meaningsOf(headings(row, rows.get(lastRow)));
  const known = columns.filter(({ meaning }) => meaning !== null && meaning !== 'serial');
  if (known.length < enough(name, known) || isTitle(row)) return null;
  return { lastRow: Math.min(lastRow, row.number + 3), columns };
}

/** A phone's heading is no person's data, so beside it one more will do. */
function enough(name: Column, known: readonly Column[]): number {
  if (isSure(name)) return 2;
  return known.some(({ meaning }) => meaning === 'phone') ? 3 : 4;
}

/** Rows of people, which are nearly all, are told by this alone: every heading of names ends so, brackets and signs aside. */
function mayHeadNames(text: string): boolean {
  return /[名字员称][^\p{L}\p{N}]*(?:$|\p{Ps})/u.test(text.normalize('NFKC'));
}

/** 党员 may head the names; it may as well be what somebody is. */
function isSure({ heading }: Column): boolean {
  return /姓名|名字/.test(compact(heading)) && !isSentence(heading);
}

function isSentence(text: string): boolean {
  return /[。；，]/.test(text);
}

/** A later row of the same sheet heads the rows below it only when it surely is a header: each printed page may have one. */
export function isHeaderAgain(first: Header, again: Header): boolean {
  const name = again.columns.find(({ meaning }) => meaning === 'name');
  return name !== undefined && (isSure(name) || first.columns.some(({ meaning, heading }) => meaning === 'name' && heading === name.heading));
}

/** A line of prose that happens to hold 姓名 is merged over all columns: one text, many cells. */
function isTitle({ cells }: Row): boolean {
  return new Set([...cells.values()].map(({ text }) => text)).size < 2;
}

function headings(row: Row, lower: Row = row): Map<number, string> {
  const texts = new Map<number, string>();
  for (const [column, { text }] of row.cells) texts.set(column, text.trim());
  for (const [column, { text }] of lower.cells) texts.set(column, text.trim());
  return texts;
}

function meaningsOf(texts: ReadonlyMap<number, string>): Column[] {
  const winners = new Map<ColumnMeaning, { column: number; score: number }>();
  for (const [column, text] of texts) {
    for (const [meaning, score] of candidates(text)) {
      if (score > (winners.get(meaning)?.score ?? 0)) winners.set(meaning, { column, score });
    }
  }
  return [...texts].sort(([a], [b]) => a - b).map(([column, heading]) => ({ column, heading, meaning: meaningOf(column, heading, winners), isSpare: isSparePhone(column, heading, texts, winners) }));
}

function meaningOf(column: number, heading: string, winners: ReadonlyMap<ColumnMeaning, { column: number }>): ColumnMeaning | null {
  const [best] = candidates(heading);
  if (!best) return null;
  const [meaning] = best;
  const isOnce = fieldsOnce.includes(meaning);
  return !isOnce || winners.get(meaning)?.column === column ? meaning : null;
}

/** A second 手机 under the very same heading may be a relative's. */
function isSparePhone(column: number, heading: string, texts: ReadonlyMap<number, string>, winners: ReadonlyMap<ColumnMeaning, { column: number }>): boolean {
  const first = winners.get('phone')?.column;
  if (first === undefined || first === column) return false;
  return ownPhone.test(compact(heading)) && compact(heading) !== compact(texts.get(first) ?? '');
}

/** What a heading may mean, the surest first. Words in brackets explain, unless there are no others. */
function candidates(heading: string): [ColumnMeaning, number][] {
  const whole = compact(heading).toLowerCase();
  const bare = whole.replace(/[(\[【].*?[)\]】]/g, '').replace(/[\p{P}\p{S}]/gu, '') || whole.replace(/[\p{P}\p{S}]/gu, '');
  if (bare.length > 16 || isSentence(heading)) return [];
  const found = (Object.keys(guesses) as ColumnMeaning[]).map((meaning): [ColumnMeaning, number] => [meaning, scoreOf(bare, guesses[meaning])]);
  return found.filter(([meaning, score]) => score > 0 && !(notTheirOwn.test(bare) && meaning !== 'remark')).sort((a, b) => b[1] - a[1]);
}

function scoreOf(bare: string, list: readonly Guess[]): number {
  return Math.max(0, ...list.filter(([pattern]) => pattern.test(bare)).map(([, score]) => score));
}
