import type { GradedPerson } from '@weidangxiao/shared/rules/assessment.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import type { AnnualScoreRow } from './annual-score.entity.ts';

/** A row as the cap looks at it; none for somebody who is not graded. */
export function gradedPerson({ memberId, t, scoreGrade, facts: { centralizedRatio, absences, practices } }: AnnualScoreRow): GradedPerson[] {
  const T = figureOf(t);
  return T === null || scoreGrade === null ? [] : [{ id: memberId, T, grade: scoreGrade, centralizedRatio, absences, practices }];
}
