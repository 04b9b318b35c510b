import { figure } from '../assessment/monthly.ts';
import type { Rubric } from '../assessment/rubric.ts';
import { compare, least, sum, toTwoPlaces } from '../fraction.ts';
import { type PointKind, pointKinds, scoreEntryKindNames } from '../score-entry.ts';
import type { BusinessDate } from '../week.ts';
import { plain } from './figures.ts';

/** One bonus or deduction that stands. */
export interface PointEntry {
  readonly entryId: string;
  readonly kind: PointKind;
  readonly points: string;
  readonly on: BusinessDate;
  readonly reason: string;
  readonly evidence: string;
  readonly hasFile: boolean;
}

/** All that was given, or taken, in a month, and what of it counts. */
export interface GivenPoints {
  readonly kind: PointKind;
  readonly label: string;
  /** What the score takes of the entries together, never more than the rubric's cap; two places, without a sign. */
  readonly counted: string;
  /** The sum, the cap where it bites, and the rule's version. */
  readonly rule: string;
  readonly entries: PointEntry[];
}

/** Kinds without an entry are left out. */
export function givenPoints(rubric: Rubric, entries: readonly PointEntry[], { isRated, ended }: { isRated: boolean; ended: boolean }): GivenPoints[] {
  return pointKinds.flatMap((kind) => {
    const ofKind = entries.filter((entry) => entry.kind === kind);
    if (ofKind.length === 0) return [];
    const figures = ofKind.map(({ points }) => figure(points));
    const total = sum(figures);
    const most = figure(kind === 'bonus' ? rubric.mostBonus : rubric.mostDeduction);
    const parts = [
      figures.length > 1 ? `${figures.map(plain).join(' + ')} = ${plain(total)}` : plain(total),
      ...(compare(total, most) > 0 ? [`一个月最多${kind === 'bonus' ? '加' : '扣'}${plain(most)}分`] : []),
      ...(isRated ? [] : [ended ? '这个月不评，不计入' : '够两种学习再计入']),
      `规则${rubric.version}版`,
    ];
    return [{ kind, label: scoreEntryKindNames[kind], counted: isRated ? toTwoPlaces(least(total, most)) : '0.00', rule: parts.join('，'), entries: ofKind }];
  });
}
