import { addDays, businessDate, startOf } from './week.ts';

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
