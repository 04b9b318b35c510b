import { gradeNames, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { Draft } from './use-draft.ts';

export const outcomes = [...grades, 'notRated'] as const;
export type Outcome = (typeof outcomes)[number];
export type Counts = Readonly<Record<Outcome, number>>;
export const outcomeNames: Readonly<Record<Outcome, string>> = { ...gradeNames, notRated: '免评' };

export function sumOf(groups: readonly Counts[]): Counts {
  const none: Record<Outcome, number> = { excellent: 0, good: 0, fair: 0, poor: 0, notRated: 0 };
  for (const group of groups) for (const outcome of outcomes) none[outcome] += group[outcome];
  return none;
}

export function peopleIn(counts: Counts): number {
  return outcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** 优28人，良90人，中12人，差1人，免评5人; what nobody has is left out. */
export function gradesInWords(counts: Counts): string {
  return outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => `${outcomeNames[outcome]}${counts[outcome]}人`).join('，');
}

export type ResultGroup = Draft['groups'][number];
