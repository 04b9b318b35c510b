import { addDays, businessDate, startOf, weekday } from './week.ts';

const hour = 3_600_000;
const from = 7;
const until = 21;

/** Nobody's phone rings before 07:00 or from 21:00 on (Asia/Shanghai). */
export function mayRingAt(instant: number): boolean {
  const sinceMidnight = instant - startOf(businessDate(instant));
  return sinceMidnight >= from * hour && sinceMidnight < until * hour;
}

/** This instant if it may ring now, else the next 07:00. */
export function nextRingInstant(instant: number): number {
  if (mayRingAt(instant)) return instant;
  const today = businessDate(instant);
  const morning = startOf(today) + from * hour;
  return instant < morning ? morning : startOf(addDays(today, 1)) + from * hour;
}

/** A study session is announced again at 18:00 on the day before (Asia/Shanghai). */
export function sessionReminderAt(startsAt: number): number {
  return startOf(addDays(businessDate(startsAt), -1)) + 18 * hour;
}

/** The hours at which a member may ask for a check-in reminder: whole ones, when phones may ring. */
export const reminderHours = { first: from, last: until - 1 } as const;

/** Day of the week (1 Monday … 7 Sunday) and whole hour of an instant, in Asia/Shanghai. */
export function reminderSlot(instant: number): { weekday: number; hour: number } {
  const today = businessDate(instant);
  return { weekday: weekday(today), hour: Math.floor((instant - startOf(today)) / hour) };
}

/** An instant as the fields date, time and thing of a subscription message alike take it: `2026年11月30日 08:00`. */
export function messageInstant(instant: number): string {
  const date = businessDate(instant);
  const [year, month, day] = date.split('-').map(Number);
  const minutes = Math.floor((instant - startOf(date)) / 60_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${year}年${month}月${day}日 ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
