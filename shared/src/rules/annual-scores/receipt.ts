import { figure } from '../assessment/monthly.ts';
import type { Rubric } from '../assessment/rubric.ts';
import { add, compare, type Fraction, least, over, subtract, sum, times, toTwoPlaces, whole, zero } from '../fraction.ts';
import { plain } from '../receipt/figures.ts';
import type { AnnualFacts } from './facts.ts';

export const yearParts = ['months', 'hours', 'results'] as const;
export type YearPart = (typeof yearParts)[number];

export interface YearLine {
  readonly part: YearPart;
  readonly label: string;
  readonly points: string;
  readonly max: string;
  /** The sum behind it, in figures. */
  readonly formula: string;
  /** What still can be done; null when nothing is left. */
  readonly stillPossible: string | null;
}

export interface YearReceipt {
  readonly lines: YearLine[];
  /** What the one rounding at the end adds to the printed lines, with a sign; null for nothing. */
  readonly rounding: string | null;
  /** The printed lines and the rounding together: T, where the year is graded; else as it stands. */
  readonly sum: string;
}

interface Part {
  readonly exact: Fraction;
  readonly line: YearLine;
}

/**
 * How a year's score is made, each line as it is printed. Lines and rounding add up to the sum, always, and that is T.
 * @param ended whether nothing can be added to the year any more
 */
export function yearReceipt(rubric: Rubric, facts: AnnualFacts, ended: boolean): YearReceipt {
  const parts = [ofMonths(rubric, facts), ofHours(rubric, facts, ended), ofResults(rubric, facts)];
  const total = toTwoPlaces(sum(parts.map(({ exact }) => exact)));
  const rounding = subtract(figure(total), sum(parts.map(({ line }) => figure(line.points))));
  return { lines: parts.map(({ line }) => line), rounding: compare(rounding, zero) === 0 ? null : toTwoPlaces(rounding), sum: total };
}

function ofMonths(rubric: Rubric, { months }: AnnualFacts): Part {
  const rated = months.flatMap(({ m }) => (m === null ? [] : [figure(m)]));
  const weight = figure(rubric.year.monthsWeight);
  const mean = rated.length === 0 ? zero : over(sum(rated), whole(rated.length));
  const formula = rated.length === 0 ? '还没有评过的月份' : `${rated.length}个月平均${toTwoPlaces(mean)} × ${rubric.year.monthsWeight}`;
  return part('months', '各月得分', { exact: times(weight, mean), max: times(whole(100), weight), formula, stillPossible: null });
}

function ofHours(rubric: Rubric, { hours, requiredHours }: AnnualFacts, ended: boolean): Part {
  const most = figure(rubric.year.hoursPoints);
  const required = figure(requiredHours);
  const isOwed = compare(required, zero) > 0;
  const exact = isOwed ? times(most, least(whole(1), over(figure(hours), required))) : zero;
  const missing = subtract(required, figure(hours));
  const still = !ended && isOwed && compare(missing, zero) > 0 ? `还差${plain(missing)}学时，最多还能记${plain(subtract(most, figure(toTwoPlaces(exact))))}分` : null;
  return part('hours', '学时', { exact, max: most, formula: isOwed ? `${rubric.year.hoursPoints} × ${hours}学时 ÷ 应修${requiredHours}学时${compare(missing, zero) < 0 ? '，满了按1算' : ''}` : '没有应修学时', stillPossible: still });
}

function ofResults(rubric: Rubric, { results }: AnnualFacts): Part {
  return part('results', '结果评价', { exact: figure(results), max: figure(rubric.year.mostResults), formula: compare(figure(results), zero) > 0 ? '评定委员会凭材料记的' : '还没有记', stillPossible: null });
}

function part(key: YearPart, label: string, { exact, max, formula, stillPossible }: { exact: Fraction; max: Fraction; formula: string; stillPossible: string | null }): Part {
  return { exact, line: { part: key, label, points: toTwoPlaces(exact), max: plain(max), formula, stillPossible } };
}

/** The printed lines and the rounding, for whoever checks them. */
export function sumOfYear({ lines, rounding }: Pick<YearReceipt, 'lines' | 'rounding'>): string {
  return toTwoPlaces(add(sum(lines.map(({ points }) => figure(points))), rounding === null ? zero : figure(rounding)));
}
