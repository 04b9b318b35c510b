import { addDays, type BusinessDate, datesOfMonth } from './week.ts';
import { addWorkingDays, type DayExceptions } from './working-days.ts';

/** The dates of a month's rating, all in the working days of the next month; each day is included. */
export interface MonthCalendar {
  /** Records received by the end of this day count. */
  readonly completeUntil: BusinessDate;
  readonly voteFrom: BusinessDate;
  readonly voteUntil: BusinessDate;
  /** The committee confirms from here on, and is asked to be ready by the other. */
  readonly confirmFrom: BusinessDate;
  readonly confirmUntil: BusinessDate;
}

/** Working days of the next month (ASSESSMENT.md, "The month's calendar"). */
const workingDay = { completeUntil: 3, voteFrom: 4, voteUntil: 6, confirmFrom: 7, confirmUntil: 8 } as const satisfies Record<keyof MonthCalendar, number>;

/** So many working days a sheet is on show before it locks. */
export const publicationDays = { month: 3, year: 5 } as const;

/** @param month 'YYYY-MM' */
export function monthCalendar(month: string, exceptions?: DayExceptions): MonthCalendar {
  const { to } = datesOfMonth(month);
  const on = (count: number): BusinessDate => addWorkingDays(to, count, exceptions);
  const { completeUntil, voteFrom, voteUntil, confirmFrom, confirmUntil } = workingDay;
  return { completeUntil: on(completeUntil), voteFrom: on(voteFrom), voteUntil: on(voteUntil), confirmFrom: on(confirmFrom), confirmUntil: on(confirmUntil) };
}

/**
 * The dates of a month that is under way, counted anew after its `completeUntil`. Days off that are edited later move only the stages that
 * have not begun.
 */
export function movedCalendar(kept: MonthCalendar, today: BusinessDate, exceptions?: DayExceptions): MonthCalendar {
  const after = (date: BusinessDate, from: keyof MonthCalendar, to: keyof MonthCalendar): BusinessDate => addWorkingDays(date, workingDay[to] - workingDay[from], exceptions);
  const { completeUntil } = kept;
  const [voteFrom, voteUntil] = today >= kept.voteFrom ? [kept.voteFrom, kept.voteUntil] : [after(completeUntil, 'completeUntil', 'voteFrom'), after(completeUntil, 'completeUntil', 'voteUntil')];
  const [confirmFrom, confirmUntil] = today >= kept.confirmFrom ? [kept.confirmFrom, kept.confirmUntil] : [after(voteUntil, 'voteUntil', 'confirmFrom'), after(voteUntil, 'voteUntil', 'confirmUntil')];
  return { completeUntil, voteFrom, voteUntil, confirmFrom, confirmUntil };
}

/** The last day on show; the day of publishing itself does not count. */
export function publishedUntil(publishedOn: BusinessDate, of: keyof typeof publicationDays, exceptions?: DayExceptions): BusinessDate {
  return addWorkingDays(publishedOn, publicationDays[of], exceptions);
}

/** The day from which a sheet is locked. */
export function locksOn(until: BusinessDate): BusinessDate {
  return addDays(until, 1);
}
