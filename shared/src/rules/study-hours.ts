import type { AttendanceStatus } from './assessment/rubric.ts';

// Hours are kept in hundredths: 1.5 hours are 150.

const hour = 3_600_000;
const most = 800;

/** Proposed from a session's length: 1 hour = 1, to the nearest half, at least a half, at most 8 for a day. */
export function proposedHours(startsAt: number, endsAt: number): number {
  const halves = Math.max(1, Math.round(((endsAt - startsAt) / hour) * 2));
  return Math.min(most, halves * 50);
}

const share: Readonly<Record<AttendanceStatus, number>> = { present: 1, made_up: 1, late: 0.5, left_early: 0.5, leave: 0, absent: 0, exempt: 0 };

/** A member's share of a session's hours; the half of a half is kept: 75 hundredths of 1.5. */
export function earnedHours(sessionHours: number, status: AttendanceStatus | null): number {
  return status === null ? 0 : Math.round(sessionHours * share[status]);
}

/** '1.5' → 150 */
export function toHundredths(hours: string): number {
  return Math.round(Number(hours) * 100);
}

/** 150 → '1.5', 75 → '0.75', 200 → '2' */
export function hoursText(hundredths: number): string {
  return String(hundredths / 100);
}
