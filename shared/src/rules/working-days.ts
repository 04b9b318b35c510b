import { addDays, type BusinessDate, dateInChinese, weekday, weekdayInChinese } from './week.ts';

export const dayKinds = ['off', 'worked'] as const;
export type DayKind = (typeof dayKinds)[number];

/** Where a year's calendar departs from Monday to Friday: days off in the week, and weekends that are worked. */
export interface DayExceptions {
  readonly off: ReadonlySet<BusinessDate>;
  readonly worked: ReadonlySet<BusinessDate>;
}

const none: DayExceptions = { off: new Set(), worked: new Set() };

export function isWorkingDay(date: BusinessDate, { off, worked }: DayExceptions = none): boolean {
  if (off.has(date)) return false;
  return worked.has(date) || weekday(date) <= 5;
}

/** The date of the `count`th working day after `date`, which is not counted itself. */
export function addWorkingDays(date: BusinessDate, count: number, exceptions: DayExceptions = none): BusinessDate {
  let day = date;
  for (let left = count; left > 0; left -= isWorkingDay(day, exceptions) ? 1 : 0) day = addDays(day, 1);
  return day;
}

/** Why a day cannot be made off or worked: it is so anyway. Null where it can. */
export function dayFault(date: BusinessDate, kind: DayKind): string | null {
  if (kind === 'worked' ? weekday(date) > 5 : weekday(date) <= 5) return null;
  return `${dateInChinese(date)}是${weekdayInChinese(date)}，本来就${kind === 'off' ? '休息' : '上班'}`;
}
