import { annualScore, type YearFacts } from '../assessment/annual.ts';
import type { MonthFacts } from '../assessment/facts.ts';
import { figure } from '../assessment/monthly.ts';
import type { Grade, Rubric } from '../assessment/rubric.ts';
import { compare, over, sum, whole, zero } from '../fraction.ts';

/** The published M of a month; null for one that was not rated. */
export interface YearMonth {
  readonly month: string;
  readonly m: string | null;
}

/** What decides among those who are equal at the cap. */
export interface YearOrder {
  /** Over the year, as '19/20'. */
  readonly centralizedRatio: string;
  readonly absences: number;
  readonly practices: number;
}

/** Everything that a member's year is made of. */
export interface AnnualFacts extends Omit<YearFacts, 'months'>, YearOrder {
  readonly months: readonly YearMonth[];
}

/** Why somebody is not graded. `membership`: at no month's end in a group, so that nothing was asked of them. */
export const ungradedReasons = ['months', 'membership'] as const;
export type UngradedReason = (typeof ungradedReasons)[number];

export interface AnnualOutcome {
  readonly T: string | null;
  readonly performance: string | null;
  /** Before the cap; null: 不定等次. */
  readonly grade: Grade | null;
  readonly reason: UngradedReason | null;
}

/** @throws FactsError that names the field */
export function annualOutcome(rubric: Rubric, facts: AnnualFacts): AnnualOutcome {
  const none = { T: null, performance: null, grade: null };
  if (compare(figure(facts.requiredHours), zero) === 0) return { ...none, reason: 'membership' };
  const { graded, T, performance, grade } = annualScore(rubric, { ...facts, months: facts.months.map(({ m }) => m) });
  return graded ? { T, performance, grade, reason: null } : { ...none, reason: 'months' };
}

/** A year's months in order. What was published here goes before what was entered when the town joined. */
export function yearMonths(published: readonly YearMonth[], opening: readonly YearMonth[]): YearMonth[] {
  const months = new Map([...opening, ...published].map((one) => [one.month, one]));
  return [...months.values()].map(({ month, m }) => ({ month, m })).sort((a, b) => a.month.localeCompare(b.month));
}

/** Of the published months. Who had no record of centralized study that counts missed none of it. */
export function yearOrder(rubric: Rubric, months: readonly MonthFacts[]): YearOrder {
  const centralized = months.flatMap((facts) => facts.centralized ?? []);
  const credits = centralized.flatMap((status) => rubric.credit[status] ?? []);
  const { top, bottom } = credits.length === 0 ? whole(1) : over(sum(credits.map(figure)), whole(credits.length));
  const records = [...centralized, ...months.flatMap(({ group, night }) => [...(group?.records ?? []), ...(night ?? [])])];
  return {
    centralizedRatio: `${top}/${bottom}`,
    absences: records.filter((status) => status === 'absent').length,
    practices: months.reduce((count, { practice }) => count + (practice?.verified ?? 0), 0),
  };
}
