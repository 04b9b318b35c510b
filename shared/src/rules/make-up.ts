import { attended, makeUpDays } from './attendance.ts';
import type { AttendanceStatus } from './assessment/rubric.ts';
import { addDays, type BusinessDate, businessDate } from './week.ts';

/** Read the session's lesson or record; watched or listened to it; talked it through with somebody. */
export const makeUpWays = ['read', 'watched', 'talked'] as const;
export type MakeUpWay = (typeof makeUpWays)[number];
export const makeUpStates = ['waiting', 'verified', 'declined'] as const;
export type MakeUpState = (typeof makeUpStates)[number];

export const makeUpWayNames: Readonly<Record<MakeUpWay, string>> = { read: '看了讲义', watched: '看了录像或听了录音', talked: '找人讲了一遍' };
export const makeUpStateNames: Readonly<Record<MakeUpState, string>> = { waiting: '等组长核实', verified: '核实了', declined: '没有算' };

/** Last day on which that day's session can be made up. */
export function makeUpUntil(date: BusinessDate): BusinessDate {
  return addDays(date, makeUpDays);
}

export interface MakeUpTimes {
  readonly date: BusinessDate;
  readonly endsAt: number;
  /** Day on which it was made up. */
  readonly on: BusinessDate;
  readonly capturedAt: number;
  readonly receivedAt: number;
}

export type MakeUpVerdict =
  | { readonly state: 'waiting'; readonly late: boolean }
  | { readonly state: 'too_early' }
  /** Not between the session and today. */
  | { readonly state: 'wrong_day' }
  | { readonly state: 'too_late'; readonly until: BusinessDate };

/** Within 14 days; what was taken down in time and arrives later waits for the leader like any other. */
export function judgeMakeUp({ date, endsAt, on, capturedAt, receivedAt }: MakeUpTimes): MakeUpVerdict {
  const until = makeUpUntil(date);
  if (receivedAt < endsAt) return { state: 'too_early' };
  if (on > until || businessDate(Math.min(capturedAt, receivedAt)) > until) return { state: 'too_late', until };
  if (on < date || on > businessDate(receivedAt)) return { state: 'wrong_day' };
  return { state: 'waiting', late: businessDate(receivedAt) > until };
}

/** Whoever was there, even for a part of it, has nothing to make up; neither has whoever is exempt. */
export function canBeMadeUp(status: AttendanceStatus | null): boolean {
  return !attended(status) && status !== 'exempt';
}
