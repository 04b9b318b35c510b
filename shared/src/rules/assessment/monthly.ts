import { add, compare, type Fraction, least, most, over, parseFraction, subtract, sum, times, toTwoPlaces, whole, zero } from '../fraction.ts';
import { type MonthFacts, requireMonthFacts } from './facts.ts';
import { type AttendanceStatus, type DimensionKey, dimensionKeys, type Grade, grades, type Rubric } from './rubric.ts';

export interface ScoreLine {
  readonly dimension: DimensionKey;
  /** Before rescaling to the dimensions that were offered. */
  readonly earned: string;
  readonly max: string;
}

/** Figures have two places; all null when the month is not rated. */
export interface MonthlyScore {
  readonly rated: boolean;
  readonly S: string | null;
  readonly P: string | null;
  readonly M: string | null;
  readonly grade: Grade | null;
  /** The offered dimensions only. */
  readonly lines: ScoreLine[];
}

export interface Earned {
  readonly dimension: DimensionKey;
  readonly earned: Fraction;
  readonly max: Fraction;
}

const hundred = whole(100);

/**
 * One member's month by the rubric (ASSESSMENT.md). Exact until the single rounding, half up, of each published figure.
 * @throws FactsError that names the field
 */
export function monthlyScore(rubric: Rubric, facts: MonthFacts): MonthlyScore {
  requireMonthFacts(facts);
  const offered = earnedBy(rubric, facts);
  const lines = offered.map(({ dimension, earned }) => ({ dimension, earned: toTwoPlaces(earned), max: rubric.max[dimension] }));
  const S = studyScore(rubric, facts, offered);
  if (S === null) return { rated: false, S: null, P: null, M: null, grade: null, lines };
  const P = peerScore(rubric, facts);
  const weight = figure(rubric.vote.weight);
  const M = toTwoPlaces(P === null ? S : add(times(subtract(whole(1), weight), S), times(weight, P)));
  return { rated: true, S: toTwoPlaces(S), P: P && toTwoPlaces(P), M, grade: gradeOf(rubric, M), lines };
}

/** What each offered dimension earned, exactly. */
export function earnedBy(rubric: Rubric, facts: MonthFacts): Earned[] {
  return dimensionKeys.flatMap((dimension) => {
    const earned = earn[dimension](rubric, facts);
    return earned === null ? [] : [{ dimension, earned, max: figure(rubric.max[dimension]) }];
  });
}

/** S, exact; null when too few dimensions were offered for a rating. */
export function studyScore(rubric: Rubric, facts: MonthFacts, offered: readonly Earned[]): Fraction | null {
  if (offered.length < rubric.leastDimensions) return null;
  const rescaled = over(times(hundred, sum(offered.map(({ earned }) => earned))), sum(offered.map(({ max }) => max)));
  const bonus = least(figure(rubric.mostBonus), sum((facts.bonus ?? []).map(figure)));
  const deduction = least(figure(rubric.mostDeduction), sum((facts.deductions ?? []).map(figure)));
  return most(zero, least(hundred, subtract(add(rescaled, bonus), deduction)));
}

/** Null: not offered. */
const earn: Readonly<Record<DimensionKey, (rubric: Rubric, facts: MonthFacts) => Fraction | null>> = {
  centralized: (rubric, { centralized }) => byAttendance(rubric, centralized, figure(rubric.max.centralized)),
  night: (rubric, { night }) => byAttendance(rubric, night, figure(rubric.max.night)),
  group(rubric, { group }) {
    const attended = byAttendance(rubric, group?.records, subtract(figure(rubric.max.group), figure(rubric.contribution)));
    return attended && add(attended, group?.contributed ? figure(rubric.contribution) : zero);
  },
  selfStudy(rubric, { selfStudy: { mondays = 0, done = 0, notes = 0 } = {} }) {
    if (mondays === 0) return null;
    const studied = times(subtract(figure(rubric.max.selfStudy), figure(rubric.note)), over(whole(done), whole(mondays)));
    return add(studied, notes > 0 ? figure(rubric.note) : zero);
  },
  practice(rubric, { practice }) {
    if (!practice?.offered) return null;
    return sum(rubric.practice.slice(0, practice.verified ?? 0).map(figure));
  },
};

/** The share of credit in the records that count, of `points`. */
function byAttendance(rubric: Rubric, records: readonly AttendanceStatus[] = [], points: Fraction): Fraction | null {
  const credits = records.flatMap((status) => rubric.credit[status] ?? []);
  if (credits.length === 0) return null;
  return over(times(points, sum(credits.map(figure))), whole(credits.length));
}

/** P, exact; null without a valid vote. */
export function peerScore(rubric: Rubric, { ballots = {}, entitled = 0 }: MonthFacts): Fraction | null {
  const { values, trimFrom } = rubric.vote;
  const cast = grades.flatMap((grade) => Array.from({ length: ballots[grade] ?? 0 }, () => figure(values[grade]))).sort(compare);
  if (cast.length < ballotsNeeded(rubric, entitled)) return null;
  const kept = cast.length >= trimFrom ? cast.slice(1, -1) : cast;
  return over(sum(kept), whole(kept.length));
}

/** How many of those who may vote on a person have to, so that it is a valid vote. */
export function ballotsNeeded({ vote: { leastBallots, leastShare } }: Rubric, entitled: number): number {
  const share = times(figure(leastShare), whole(entitled));
  let needed = leastBallots;
  while (compare(whole(needed), share) < 0) needed += 1;
  return needed;
}

/** Bands are applied to the published figure. */
export function gradeOf(rubric: Rubric, published: string): Grade {
  const value = figure(published);
  const reached = (['excellent', 'good', 'fair'] as const).find((grade) => compare(value, figure(rubric.bands[grade])) >= 0);
  return reached ?? 'poor';
}

/** A figure of the rubric or of checked facts. */
export function figure(text: string): Fraction {
  const value = parseFraction(text);
  if (!value) throw new RangeError(`${text} is not a figure`);
  return value;
}
