import { holdsOn, type Span } from './span.ts';
import { addDays, type BusinessDate } from './week.ts';

/** How much of the days from `from` to `to` on which somebody belonged to the town is exempt. */
export type ExemptShare = 'none' | 'part' | 'whole';

export function exemptShare({ from, to }: { from: BusinessDate; to: BusinessDate }, belonged: readonly Span[], exempt: readonly Span[]): ExemptShare {
  const days: BusinessDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) if (belonged.some((span) => holdsOn(span, date))) days.push(date);
  const excused = days.filter((date) => exempt.some((span) => holdsOn(span, date)));
  if (excused.length === 0) return 'none';
  return excused.length === days.length ? 'whole' : 'part';
}

/** The longest that one exemption lasts; a longer one is entered anew, so that somebody looks at it. */
export const mostExemptDays = 366;

export type ExemptionFault = 'end_before_start' | 'too_long' | 'too_old';

/** What was rated a year ago is not settled anew. */
export function exemptionFault({ from, to }: { from: BusinessDate; to: BusinessDate }, today: BusinessDate): ExemptionFault | null {
  if (to < from) return 'end_before_start';
  if (to > addDays(from, mostExemptDays - 1)) return 'too_long';
  return from < addDays(today, -mostExemptDays) ? 'too_old' : null;
}
