import { addDays, businessDate, datesOfMonth, monthOf, mondayOfDate } from '@weidangxiao/shared/rules/week.ts';
import type { Session } from './session-words.ts';

export interface CalendarDay {
  date: string;
  inMonth: boolean;
  sessions: Session[];
}

/** The weeks of a month, Monday first, with what happens on each day; days of the neighbouring months fill up the edges. */
export function calendarWeeks(month: string, sessions: readonly Session[]): CalendarDay[][] {
  const { from, to } = datesOfMonth(month);
  const weeks: CalendarDay[][] = [];
  for (let monday = mondayOfDate(from); monday <= to; monday = addDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((days) => dayOf(addDays(monday, days), month, sessions)));
  }
  return weeks;
}

function dayOf(date: string, month: string, sessions: readonly Session[]): CalendarDay {
  const inMonth = monthOf(date) === month;
  return { date, inMonth, sessions: inMonth ? sessions.filter(({ startsAt }) => businessDate(startsAt) === date) : [] };
}

/** The month before or after. */
export function stepMonth(month: string, by: -1 | 1): string {
  const { from, to } = datesOfMonth(month);
  return monthOf(addDays(by === 1 ? to : from, by));
}
