import type { DimensionKey } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { Dimensions } from './year';

export interface Counted {
  readonly dimension: DimensionKey;
  readonly label: string;
  readonly unit: string;
  readonly took: number;
  readonly of: number;
}

/** What is counted: people at sessions, Mondays, people who could practise. */
const units: Readonly<Record<DimensionKey, string>> = { centralized: '人次', group: '人次', night: '人次', selfStudy: '次打卡', practice: '人次' };

/** One month, or all that there are together. */
export function countedOf({ dimensions, months }: Pick<Dimensions, 'dimensions' | 'months'>, month: string | null): Counted[] {
  const parts = months.filter((one) => month === null || one.month === month).flatMap((one) => one.parts);
  return dimensions.map(({ dimension, label }) => {
    const own = parts.filter((part) => part.dimension === dimension);
    return { dimension, label, unit: units[dimension], took: own.reduce((sum, { took }) => sum + took, 0), of: own.reduce((sum, { of }) => sum + of, 0) };
  });
}

export function spokenDimensions(name: string, counted: readonly Counted[]): string {
  const known = counted.filter(({ of }) => of > 0).map(({ label, unit, took, of }) => `${label}${of}${unit}里有${took}`);
  return known.length === 0 ? `${name}还没有记录。` : `${name}，${known.join('；')}。`;
}
