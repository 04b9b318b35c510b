import { locksOn, type MonthCalendar } from './month-calendar.ts';
import { type BusinessDate, datesOfMonth } from './week.ts';

export const monthStages = ['running', 'completing', 'voting', 'committee', 'publication', 'locked'] as const;
export type MonthStage = (typeof monthStages)[number];
export const monthStageNames: Readonly<Record<MonthStage, string>> = { running: '进行中', completing: '补全', voting: '互评', committee: '委员会', publication: '公示', locked: '锁定' };

/** The acts of a month that are stored; everything else follows from dates. */
export interface MonthActs {
  readonly publishedOn: BusinessDate | null;
  readonly publishedUntil: BusinessDate | null;
}

/** Where a month's rating stands on a day. The vote's stage begins when the records are complete, though it opens only on its first working day. */
export function monthStage(month: string, calendar: MonthCalendar, { publishedUntil }: MonthActs, today: BusinessDate): MonthStage {
  if (publishedUntil !== null) return today >= locksOn(publishedUntil) ? 'locked' : 'publication';
  if (today <= datesOfMonth(month).to) return 'running';
  if (today <= calendar.completeUntil) return 'completing';
  return today <= calendar.voteUntil ? 'voting' : 'committee';
}

export function voteIsOpen({ voteFrom, voteUntil }: MonthCalendar, today: BusinessDate): boolean {
  return voteFrom <= today && today <= voteUntil;
}

export const monthActs = ['complete', 'vote', 'enterPaperVotes', 'enterPoints', 'publish', 'object', 'adjust'] as const;
export type MonthAct = (typeof monthActs)[number];

/** What may be done in which stage; whatever is not listed is refused. */
export const monthAllows: Readonly<Record<MonthStage, readonly MonthAct[]>> = {
  running: ['complete', 'enterPoints'],
  completing: ['complete', 'enterPoints'],
  voting: ['vote', 'enterPaperVotes', 'enterPoints'],
  committee: ['enterPaperVotes', 'enterPoints', 'publish'],
  publication: ['object', 'adjust'],
  locked: ['adjust'],
};
