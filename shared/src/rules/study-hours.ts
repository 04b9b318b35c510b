import type { AttendanceStatus } from './assessment/rubric.ts';
import { type BusinessDate, datesOfMonth } from './week.ts';
import { holdsOn, type Span } from './span.ts';

// Hours are kept in hundredths: 1.5 hours are 150.

const hour = 3_600_000;
const most = 800;

/** `office`: secretaries and committee members owe more. */
export const hoursDuties = ['ordinary', 'office'] as const;
export type HoursDuty = (typeof hoursDuties)[number];
const yearly: Readonly<Record<HoursDuty, number>> = { ordinary: 3_200, office: 5_600 };

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

/** By the role held in the town, or by the duty that the roster names. */
export function hoursDuty(roles: readonly string[], duty: string | null): HoursDuty {
  const isOffice = roles.includes('committee') || roles.includes('approver') || /书记|委员/.test(duty ?? '');
  return isOffice ? 'office' : 'ordinary';
}

export interface HoursOwed {
  /** Of the year, in hundredths; pro rata by months of membership. */
  readonly required: number;
  /** Its share for the months that are over. */
  readonly due: number;
  readonly months: number;
}

const lastDays = new Map<number, readonly BusinessDate[]>();

/** Of the twelve months; reckoned once, since a year is summed up for a hundred thousand people. */
function lastDaysOf(year: number): readonly BusinessDate[] {
  const days = lastDays.get(year) ?? Array.from({ length: 12 }, (_, at) => datesOfMonth(`${year}-${String(at + 1).padStart(2, '0')}`).to);
  lastDays.set(year, days);
  return days;
}

/** A month counts where the member belonged to the town on its last day; a membership that lasts is taken to go on. */
export function hoursOwed(duty: HoursDuty, year: number, belonged: readonly Span[], today: BusinessDate): HoursOwed {
  const counted = lastDaysOf(year).filter((date) => belonged.some((span) => holdsOn(span, date)));
  const share = (months: number): number => Math.round((yearly[duty] * months) / 12);
  return { required: share(counted.length), due: share(counted.filter((date) => date < today).length), months: counted.length };
}
