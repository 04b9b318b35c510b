import { defaultRubric, type Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';

export interface RubricEdition {
  readonly effectiveFrom: BusinessDate;
  readonly rubric: Rubric;
}

/** Oldest first; every town starts from these. A score names the version that it was computed with, so none is ever changed. */
const editions: readonly [RubricEdition, ...RubricEdition[]] = [{ effectiveFrom: '2026-01-01', rubric: defaultRubric }];

/** The rubric in force on that day; the oldest one for days before all of them. */
export function rubricOn(date: BusinessDate): RubricEdition {
  return editions.findLast(({ effectiveFrom }) => effectiveFrom <= date) ?? editions[0];
}
