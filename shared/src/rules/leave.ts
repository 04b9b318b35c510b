import { makeUpDays } from './attendance.ts';
import type { AttendanceStatus } from './assessment/rubric.ts';
import { addDays, type BusinessDate, businessDate } from './week.ts';

export const leaveReasons = ['illness', 'duty', 'bereavement', 'maternity', 'personal', 'other'] as const;
export type LeaveReason = (typeof leaveReasons)[number];
/** Reasons for which what was missed does not count at all. */
export const exemptingReasons = ['illness', 'duty', 'bereavement', 'maternity'] as const satisfies readonly LeaveReason[];
export type ExemptingReason = (typeof exemptingReasons)[number];
export const leaveStates = ['waiting', 'approved', 'refused', 'withdrawn'] as const;
export type LeaveState = (typeof leaveStates)[number];

export const leaveReasonNames: Readonly<Record<LeaveReason, string>> = { illness: '生病', duty: '公务', bereavement: '丧事', maternity: '生育', personal: '私事', other: '其他' };
export const leaveStateNames: Readonly<Record<LeaveState, string>> = { waiting: '等组长定', approved: '准了', refused: '没准', withdrawn: '已撤回' };

export function exempts(reason: LeaveReason): boolean {
  return (exemptingReasons as readonly LeaveReason[]).includes(reason);
}

/** What an approved leave makes of the record. */
export function leaveStatus(reason: LeaveReason): Extract<AttendanceStatus, 'leave' | 'exempt'> {
  return exempts(reason) ? 'exempt' : 'leave';
}

interface Times {
  readonly date: BusinessDate;
  readonly startsAt: number;
  readonly endsAt: number;
  /** When it was closed out; null while it was not. */
  readonly closedAt: number | null;
}

export type LeaveVerdict =
  /** `late`: received after the start, so that both times are shown to whoever decides. */
  | { readonly state: 'waiting'; readonly late: boolean }
  /** `makeUpUntil` null: that is over as well. */
  | { readonly state: 'too_late'; readonly makeUpUntil: BusinessDate | null; readonly wasUntil: BusinessDate };

/**
 * Judged by the time of receipt: until the session is over. What a phone without a network took down before the start
 * comes late through no fault of its owner and waits for the leader, whenever it arrives.
 */
export function judgeLeave(session: Times, capturedAt: number, receivedAt: number): LeaveVerdict {
  const over = Math.min(session.endsAt, session.closedAt ?? session.endsAt);
  if (receivedAt < over || capturedAt < session.startsAt) return { state: 'waiting', late: receivedAt >= session.startsAt };
  const wasUntil = addDays(session.date, makeUpDays);
  return { state: 'too_late', makeUpUntil: wasUntil >= businessDate(receivedAt) ? wasUntil : null, wasUntil };
}

/** An approved leave is taken back only while nothing has begun: afterwards the roll says who was there. */
export function mayWithdraw({ startsAt }: Pick<Times, 'startsAt'>, now: number): boolean {
  return now < startsAt;
}
