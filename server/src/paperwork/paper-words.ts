import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';

/** 2026年11月30日 */
export const wholeDate = (date: string): string => `${date.slice(0, 4)}年${dateInChinese(date)}`;

/** 11月30日 19:30: the sheet says the year. */
export const moment = (instant: number): string => `${dateInChinese(businessDate(instant))} ${timeOf(instant)}`;

/** 一、二、三 */
export const listed = (words: readonly (string | null | undefined)[]): string => words.filter(Boolean).join('、');

/** 8259 hundredths are '82.59'; nothing where there is no figure. */
export function figureText(hundredths: number | null): string {
  return figureOf(hundredths) ?? '';
}
