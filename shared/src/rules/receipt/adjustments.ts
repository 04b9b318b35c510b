import type { MonthFacts } from '../assessment/facts.ts';
import { earnedBy, figure } from '../assessment/monthly.ts';
import type { Rubric } from '../assessment/rubric.ts';
import { compare, type Fraction, least, over, subtract, sum, times, toTwoPlaces, whole, zero } from '../fraction.ts';
import { plain } from './figures.ts';

export interface Adjustment {
  readonly label: string;
  /** Two places, with a sign when negative. */
  readonly points: string;
}

/** The steps from the sum of the lines to S, each as it is printed; none for a month that is not rated. */
export function adjustmentsOf(rubric: Rubric, facts: MonthFacts, { S, sumEarned, sumMax }: { S: string | null; sumEarned: Fraction; sumMax: Fraction }): Adjustment[] {
  if (S === null) return [];
  const exact = sum(earnedBy(rubric, facts).map(({ earned }) => earned));
  const rescaled = subtract(printed(over(times(whole(100), exact), sumMax)), sumEarned);
  const bonus = printed(least(figure(rubric.mostBonus), sum((facts.bonus ?? []).map(figure))));
  const deduction = subtract(zero, printed(least(figure(rubric.mostDeduction), sum((facts.deductions ?? []).map(figure)))));
  const rest = subtract(figure(S), sum([sumEarned, rescaled, bonus, deduction]));
  const isWhole = compare(sumMax, whole(100)) === 0;
  return [
    { label: isWhole ? '四舍五入' : `按本月有的${plain(sumMax)}分，折算成100分`, points: rescaled },
    { label: '加分', points: bonus },
    { label: '扣分', points: deduction },
    { label: S === '100.00' || S === '0.00' ? '最多100分，最少0分' : '四舍五入', points: rest },
  ].flatMap(({ label, points }) => (compare(points, zero) === 0 ? [] : [{ label, points: toTwoPlaces(points) }]));
}

function printed(value: Fraction): Fraction {
  return figure(toTwoPlaces(value));
}
