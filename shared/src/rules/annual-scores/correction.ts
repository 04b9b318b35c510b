import { excellentPlaces } from '../assessment/annual.ts';
import type { Grade, Rubric } from '../assessment/rubric.ts';
import type { AnnualOutcome } from './facts.ts';

/** The others of the same group who are graded, as they stand. */
export interface OthersOfGroup {
  readonly graded: number;
  readonly excellent: number;
}

/** The grade of one corrected line. Nobody else's changes by it, so `excellent` needs a place that the cap leaves free. */
export function correctedGrade(rubric: Rubric, { grade }: AnnualOutcome, others: OthersOfGroup): Grade | null {
  if (grade !== 'excellent') return grade;
  return others.excellent < excellentPlaces(rubric, others.graded + 1) ? 'excellent' : 'good';
}
