import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';

export type Adjustment = Answer<'listScoreAdjustments'>['items'][number];

/** 良 82.59; 免评 for a month that is not rated. */
export function resultText({ rated, m, grade }: Adjustment['before']): string {
  return rated && grade && m !== null ? `${gradeNames[grade]} ${m}` : '免评';
}

/** 加2.00分 */
export function pointsText(points: string): string {
  return points.startsWith('-') ? `减${points.slice(1)}分` : `加${points}分`;
}

/** What records made follows the records; a reversal is not taken back but followed by another correction. */
export function canBeReversed({ points, reverses, reversedBy }: Adjustment): boolean {
  return points !== null && reverses === null && reversedBy === null;
}
