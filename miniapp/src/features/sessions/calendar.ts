import { addDays, type BusinessDate, datesOfMonth, mondayOfDate, monthOf, weekday } from '@weidangxiao/shared/rules/week.ts';

/** The days to draw, whole weeks from a Monday to a Sunday. */
export interface Days {
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly all: readonly BusinessDate[];
}

/** This week and the next. */
export function twoWeeks(today: BusinessDate): Days {
  return daysBetween(mondayOfDate(today), addDays(mondayOfDate(today), 13));
}

/** A month with the rest of its first and last week. */
export function wholeMonth(month: string): Days {
  const { from, to } = datesOfMonth(month);
  return daysBetween(mondayOfDate(from), addDays(to, 7 - weekday(to)));
}

export function nextMonth(month: string, step: 1 | -1): string {
  const { from, to } = datesOfMonth(month);
  return monthOf(addDays(step === 1 ? to : from, step));
}

function daysBetween(from: BusinessDate, to: BusinessDate): Days {
  const all: BusinessDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) all.push(date);
  return { from, to, all };
}
