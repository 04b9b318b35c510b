import { add, compare, least, over, parseFraction, sum, times, toTwoPlaces, whole, zero } from '../fraction.ts';
import { FactsError, requireCount, requireDecimal } from './facts.ts';
import { figure, gradeOf } from './monthly.ts';
import { type Grade, grades, type Rubric } from './rubric.ts';

export interface YearFacts {
  /** Published M of each month; null for a month that was not rated. */
  readonly months: readonly (string | null)[];
  readonly hours: string;
  readonly requiredHours: string;
  readonly results: string;
  /** Weight of study in the town's own sheet. */
  readonly W: string;
}

/** T, performance and grade are null when too few months were rated. */
export interface AnnualScore {
  readonly graded: boolean;
  readonly T: string | null;
  readonly performance: string | null;
  readonly grade: Grade | null;
}

/** @throws FactsError that names the field */
export function annualScore(rubric: Rubric, facts: YearFacts): AnnualScore {
  const { months, hours, required, results, W } = read(rubric, facts);
  if (months.length < rubric.year.leastMonths) return { graded: false, T: null, performance: null, grade: null };
  const mean = over(sum(months), whole(months.length));
  const share = least(whole(1), over(hours, required));
  const T = add(add(times(figure(rubric.year.monthsWeight), mean), times(figure(rubric.year.hoursPoints), share)), results);
  const byScore = gradeOf(rubric, toTwoPlaces(T));
  const grade = byScore === 'excellent' && compare(hours, required) < 0 ? 'good' : byScore;
  return { graded: true, T: toTwoPlaces(T), performance: toTwoPlaces(over(times(T, W), whole(100))), grade };
}

function read(rubric: Rubric, facts: YearFacts) {
  if (!Array.isArray(facts.months) || facts.months.length > 12) throw new FactsError('months', '一年最多12个月');
  const months = facts.months.filter((month) => month !== null).map((month) => requireDecimal('months', month));
  if (months.some((month) => compare(month, whole(100)) > 0)) throw new FactsError('months', '月评分数在0到100之间');
  const hours = requireDecimal('hours', facts.hours);
  const required = requireDecimal('requiredHours', facts.requiredHours);
  if (compare(required, zero) === 0) throw new FactsError('requiredHours', '应修学时要大于0');
  const results = requireDecimal('results', facts.results);
  if (compare(results, figure(rubric.year.mostResults)) > 0) throw new FactsError('results', `结果评价最多${rubric.year.mostResults}分`);
  const W = requireDecimal('W', facts.W);
  if (compare(W, zero) === 0) throw new FactsError('W', '学习所占的分值要大于0');
  return { months, hours, required, results, W };
}

/** One of those graded in a group. */
export interface GradedPerson {
  readonly id: string;
  readonly T: string;
  readonly grade: Grade;
  /** Over the year, as "19/20". */
  readonly centralizedRatio: string;
  readonly absences: number;
  readonly practices: number;
}

export interface CappedPerson {
  readonly id: string;
  readonly grade: Grade;
  /** Tied across the cap's edge: stays `good` until the committee has decided. */
  readonly needsDecision: boolean;
}

/**
 * The cap on annual `excellent` for the graded people of one group, answered in their order. The label changes, never
 * the score; ties across the edge are left to a minuted decision, never picked silently.
 * @throws FactsError
 */
export function capAnnualExcellent(rubric: Rubric, people: readonly GradedPerson[]): CappedPerson[] {
  people.forEach(requirePerson);
  const ranked = people.filter(({ grade }) => grade === 'excellent').sort(better);
  const places = excellentPlaces(rubric, people.length);
  const first = ranked[places - 1];
  const next = ranked[places];
  const tied = first && next && better(first, next) === 0 ? ranked.filter((person) => better(person, first) === 0) : [];
  const kept = new Set(ranked.slice(0, places).filter((person) => !tied.includes(person)));
  return people.map((person) => ({
    id: person.id,
    grade: person.grade === 'excellent' && !kept.has(person) ? 'good' : person.grade,
    needsDecision: tied.includes(person),
  }));
}

/** How many of so many graded in a group can be excellent. */
export function excellentPlaces(rubric: Rubric, graded: number): number {
  const { top, bottom } = times(figure(rubric.year.excellentShare), whole(graded));
  return Math.max(1, Number(top / bottom));
}

/** T, then centralized ratio, then fewer absences, then practices; 0 when all are equal. */
function better(a: GradedPerson, b: GradedPerson): number {
  return (
    compare(figure(b.T), figure(a.T)) ||
    compare(figure(b.centralizedRatio), figure(a.centralizedRatio)) ||
    a.absences - b.absences ||
    b.practices - a.practices
  );
}

function requirePerson(person: GradedPerson): void {
  requireDecimal('T', person.T);
  const ratio = typeof person.centralizedRatio === 'string' ? parseFraction(person.centralizedRatio) : null;
  if (!ratio || compare(ratio, zero) < 0 || compare(ratio, whole(1)) > 0) throw new FactsError('centralizedRatio', '集中学习的到课比例要在0到1之间');
  if (!grades.includes(person.grade)) throw new FactsError('grade', `不认得的等次：${String(person.grade)}`);
  requireCount('absences', person.absences);
  requireCount('practices', person.practices);
}
