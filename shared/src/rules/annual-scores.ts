import { locksOn } from './month-calendar.ts';
import type { BusinessDate } from './week.ts';

export const yearStages = ['running', 'due', 'scoring', 'deciding', 'committee', 'publication', 'locked'] as const;
export type YearStage = (typeof yearStages)[number];
export const yearStageNames: Readonly<Record<YearStage, string>> = { running: '进行中', due: '可以汇总', scoring: '汇总中', deciding: '议定并列', committee: '委员会', publication: '公示', locked: '锁定' };

/** What is stored of a year; everything else follows. */
export interface YearActs {
  /** Every month of the year that the town rates is locked. */
  readonly monthsLocked: boolean;
  /** The committee has had it summed up, and everybody is through. */
  readonly run: { readonly scored: boolean } | null;
  /** Groups whose tie across the cap's edge the committee has not decided. */
  readonly ties: number;
  readonly publishedUntil: BusinessDate | null;
}

export function yearStage({ monthsLocked, run, ties, publishedUntil }: YearActs, today: BusinessDate): YearStage {
  if (publishedUntil !== null) return today >= locksOn(publishedUntil) ? 'locked' : 'publication';
  if (run === null) return monthsLocked ? 'due' : 'running';
  if (!run.scored) return 'scoring';
  return ties > 0 ? 'deciding' : 'committee';
}

export type YearAct = 'run' | 'decide' | 'publish' | 'correct';

/** What may be done in which stage; whatever is not listed is refused. Until it is published a year may be summed up anew. */
export const yearAllows: Readonly<Record<YearStage, readonly YearAct[]>> = {
  running: [],
  due: ['run'],
  scoring: [],
  deciding: ['run', 'decide'],
  committee: ['run', 'publish'],
  publication: ['correct'],
  locked: ['correct'],
};

/** Of the town's own sheet, unless the committee says otherwise. */
export const usualWeight = '10';
