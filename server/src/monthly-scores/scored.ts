import { monthlyScore, type MonthFacts, type Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import type { PersonMonth } from '../assessments/month-facts.service.ts';
import type { MonthlyScoreRow } from './monthly-score.entity.ts';

export type ScoredRow = Omit<MonthlyScoreRow, 'townId'>;

/** What enters a month beside the records of study. */
export type LaterFacts = Pick<MonthFacts, 'bonus' | 'deductions' | 'ballots' | 'entitled'>;

/** One member's row by the one function; whoever is exempt all month is not rated, whatever was done in it. */
export function scored(rubric: Rubric, month: string, person: PersonMonth, later: LaterFacts = {}): ScoredRow {
  const { memberId, groupId, exempt, facts } = person;
  const { rated, S, P, M, grade, lines } = monthlyScore(rubric, exempt === 'whole' ? {} : { ...facts, ...later });
  return { month, memberId, groupId, exempt, rated, s: hundredths(S), p: hundredths(P), m: hundredths(M), grade, facts, scoreLines: lines, rubricVersion: rubric.version };
}

/** '82.59' is 8259: the figures of the rating have two places, always. */
export function hundredths(figure: string | null): number | null {
  return figure === null ? null : Number(figure.replace('.', ''));
}
