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

/** The phone's own time as far as it can be true: not before the theme was there, not after it arrived here. */
export function capturedWithin(capturedAt: number, themeSentAt: number, receivedAt: number): number {
  return Math.min(Math.max(capturedAt, themeSentAt), receivedAt);
}

/** Whether a takeaway holds a character that can be seen: marks without width and the like are nothing. */
export function saysSomething(text: string): boolean {
  return /[^\p{White_Space}\p{C}\p{Default_Ignorable_Code_Point}]/u.test(text);
}
