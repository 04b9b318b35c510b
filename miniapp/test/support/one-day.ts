import { businessDate, startOf } from '@weidangxiao/shared/rules/week.ts';

/** The times as a session may have them: it lies in one day, so around midnight only that side of it is left on which it is now. */
export function inOneDay(now: number, startsAt: number, endsAt: number): { startsAt: number; endsAt: number } {
  const midnight = startOf(businessDate(endsAt - 1));
  if (midnight <= startsAt) return { startsAt, endsAt };
  return now < midnight ? { startsAt, endsAt: midnight } : { startsAt: midnight, endsAt };
}
