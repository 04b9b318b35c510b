import { type Grade, grades } from './assessment/rubric.ts';
import { addDays, type BusinessDate, datesOfMonth, monthOf } from './week.ts';

/** With fewer who may vote on a person nobody is told how many have voted. */
export const leastShown = 5;

/** What one voter gives to everybody of their circle, by the ratee's id. */
export type BallotGrades = Readonly<Record<string, Grade>>;

export type BallotFault = { readonly why: 'oneself' | 'unknown' } | { readonly why: 'missing'; readonly count: number };

/** Why this ballot cannot be taken as a whole; null when it can. `ratees`: the circle without the voter. */
export function ballotFault(voterId: string, ratees: readonly string[], given: BallotGrades): BallotFault | null {
  if (voterId in given) return { why: 'oneself' };
  const known = new Set(ratees);
  if (Object.keys(given).some((memberId) => !known.has(memberId))) return { why: 'unknown' };
  const missing = ratees.filter((memberId) => !(memberId in given)).length;
  return missing > 0 ? { why: 'missing', count: missing } : null;
}

const longest = Math.max(...grades.map((grade) => grade.length));

/** What makes every ballot of a circle as long as any other, so that no log of sizes on its way tells how somebody voted. */
export function padOf(given: BallotGrades): string {
  return '-'.repeat(Object.values(given).reduce((sum, grade) => sum + longest - grade.length, 0));
}

/** The month that is rated on a day: the one before. */
export function votedMonth(today: BusinessDate): string {
  return monthOf(addDays(datesOfMonth(monthOf(today)).from, -1));
}

/** Whether so many people can give each other a valid vote: everybody but the person themselves votes. */
export function enoughToVote(people: number, leastBallots: number): boolean {
  return people - 1 >= leastBallots;
}
