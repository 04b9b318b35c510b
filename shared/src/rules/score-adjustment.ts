import type { MonthFacts } from './assessment/facts.ts';
import { hundredthsOf, twoPlaces } from './score-entry.ts';

/** `late`: what rightly arrived after the cut-off, booked by the system. `correction`: by the committee after the lock. */
export const adjustmentKinds = ['late', 'objection', 'correction', 'reversal'] as const;
export type AdjustmentKind = (typeof adjustmentKinds)[number];
export const adjustmentKindNames: Readonly<Record<AdjustmentKind, string>> = { late: '迟到的记录', objection: '异议更正', correction: '锁定后更正', reversal: '冲回' };

export interface AdjustmentPoints {
  readonly id: string;
  /** Hundredths of a point of S, with a sign; null where records changed. */
  readonly points: number | null;
  /** The adjustment that this one takes back. */
  readonly reverses: string | null;
}

/** The points that stand, as the one function takes them: an adjustment and its reversal are both gone. */
export function standingPoints(adjustments: readonly AdjustmentPoints[]): { bonus: string[]; deductions: string[] } {
  const reversed = new Set(adjustments.map(({ reverses }) => reverses));
  const standing: number[] = [];
  for (const { id, points, reverses } of adjustments) if (points !== null && reverses === null && !reversed.has(id)) standing.push(points);
  return { bonus: standing.filter((points) => points > 0).map(twoPlaces), deductions: standing.filter((points) => points < 0).map((points) => twoPlaces(Math.abs(points))) };
}

/** Today's records of a month that was cut off. Mondays whose theme went out later are owed by nobody; a check-in on one still counts. */
export function factsSince(taken: MonthFacts, now: MonthFacts): MonthFacts {
  if (!now.selfStudy) return now;
  const { mondays = 0, done = 0 } = now.selfStudy;
  const owed = Math.min(mondays, taken.selfStudy?.mondays ?? mondays);
  return { ...now, selfStudy: { ...now.selfStudy, mondays: Math.max(owed, done) } };
}

/** '-1.5' is -150. */
export function signedHundredths(points: string): number {
  return points.startsWith('-') ? -hundredthsOf(points.slice(1)) : hundredthsOf(points);
}
