import { type BusinessDate, weekClosesAt } from './week.ts';

export type CheckInVerdict = 'counts' | 'late' | 'not_open';

export interface CheckInArrival {
  readonly monday: BusinessDate;
  /** When that week's theme was sent (epoch ms); null while it was not. A week opens when its theme is sent. */
  readonly themeSentAt: number | null;
  /** When the server received it. The phone's own clock never decides. */
  readonly receivedAt: number;
}

/** Counts until the end of the following week; what comes later goes to the group leader, never to silent refusal. */
export function judgeCheckIn({ monday, themeSentAt, receivedAt }: CheckInArrival): CheckInVerdict {
  if (themeSentAt === null || receivedAt < themeSentAt) return 'not_open';
  return receivedAt < weekClosesAt(monday) ? 'counts' : 'late';
}
