// What a town that joins in the middle of a year brings along: months' published M, and hours, from its paper.

/** A month's M; hours of a whole year. */
export const openingKinds = ['month', 'hours'] as const;
export type OpeningKind = (typeof openingKinds)[number];

export const mostMark = '100';
/** More hours than a year of study has for anybody. */
export const mostOpeningHours = '500';

export interface OpeningYear {
  /** By month; `m` is null for a month that was not rated. */
  readonly months: { readonly month: string; readonly m: string | null }[];
  /** '28.50', '0.00' where none were brought. */
  readonly hours: string;
}

// What can be wrong with a row of the sheet that brings them, and what is said about it.
const faultMessages = {
  NAME_MISSING: '没填姓名。请补上，或把这一行清空',
  MEMBER_UNKNOWN: '名册里没有“{name}”。请核对姓名{group}',
  MEMBER_TWICE: '名册里有{count}位“{name}”，分不清是谁。请填上小组；同组重名的，请在页面上一条条录',
  MEMBER_SELF: '自己的期初数，请别的管理员来录',
  ROW_TWICE: '和第{row}行是同一个人。请合成一行',
  FIGURE_WRONG: '“{text}”{fault}。分数写0到100，没有评的写“未评”',
  HOURS_WRONG: '“{text}”{fault}。学时写成28或28.5这样的数',
  CELL_FAILED: '这一格是公式，没有存下结果，或者出错了。请填上实际的数',
  MONTH_NOT_OVER: '{month}还没过完，不能录',
  MONTH_OWN: '{month}是系统里评的，不用录。请把这一列清空',
  EVIDENCE_MISSING: '没填依据。写清数从哪里来，如“2026年3月公示表，镇党建办存”',
  EVIDENCE_LONG: '依据太长，最多200个字',
} as const;

export type OpeningFaultCode = keyof typeof faultMessages;
export const openingFaults = Object.keys(faultMessages) as [OpeningFaultCode, ...OpeningFaultCode[]];

export function openingFaultSentence(code: OpeningFaultCode, words: Readonly<Record<string, string | number>> = {}): string {
  return faultMessages[code].replace(/\{(\w+)\}/g, (_, word: string) => String(words[word] ?? ''));
}
