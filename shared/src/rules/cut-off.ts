import type { MonthFacts } from './assessment/facts.ts';
import { type DimensionKey, dimensionKeys } from './assessment/rubric.ts';
import type { ExemptShare } from './exemption.ts';
import type { ReceiptFacts } from './receipt.ts';
import type { MonthEvent } from './self-study.ts';
import { type BusinessDate, dateInChinese } from './week.ts';

/** What was taken of one member at the cut-off. */
export interface CutOff {
  /** The last day of which records count. */
  readonly until: BusinessDate;
  /** Whether later records are awaited or booked is told with this day. */
  readonly today: BusinessDate;
  readonly exempt: ExemptShare;
  readonly facts: MonthFacts;
}

/**
 * A month's receipt once its records are closed: by the facts of the cut-off, with bonus and deduction as they stand. Events are shown as they
 * are known today; where they say something else by now, a line says that this becomes an adjustment.
 */
export function atCutOff(live: ReceiptFacts, cutOff: CutOff): ReceiptFacts {
  const { bonus, deductions } = live.facts;
  const events = dimensionKeys.map((dimension): [DimensionKey, readonly MonthEvent[]] => {
    const known = live.events[dimension] ?? [];
    return [dimension, changedSince(dimension, live.facts, cutOff.facts) ? [...known, lateEvent(cutOff)] : known];
  });
  return {
    ...live,
    exempt: cutOff.exempt,
    facts: { ...cutOff.facts, ...(bonus && { bonus }), ...(deductions && { deductions }) },
    events: Object.fromEntries(events.filter(([, list]) => list.length > 0)),
  };
}

/** Mondays whose theme went out later are owed by nobody: what was done counts, not how many there are. */
function changedSince(dimension: DimensionKey, now: MonthFacts, then: MonthFacts): boolean {
  const told = (facts: MonthFacts): unknown => (dimension === 'selfStudy' ? [facts.selfStudy?.done, facts.selfStudy?.notes] : facts[dimension]);
  return JSON.stringify(told(now)) !== JSON.stringify(told(then));
}

function lateEvent({ until, today }: CutOff): MonthEvent {
  return { date: today, title: '截止以后的变动', evidence: `${dateInChinese(until)}截止以后收到的记录`, effect: '不改这个月的分，另记一笔调整' };
}
