import { timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';

/** 2026年11月30日 */
export const wholeDate = (date: string): string => `${date.slice(0, 4)}年${dateInChinese(date)}`;

/** 2026-11-30 19:30 */
export const moment = (instant: number): string => `${businessDate(instant)} ${timeOf(instant)}`;

/** 一、二、三 */
export const listed = (words: readonly (string | null | undefined)[]): string => words.filter(Boolean).join('、');
