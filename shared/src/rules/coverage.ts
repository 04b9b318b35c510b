import { isoWeek, mondayOfDate, type BusinessDate, addDays } from './week.ts';

/** How somebody is reached who got no study: with paper, by phone, or only by going there. */
export type WayToReach = 'paper' | 'phone' | 'visit';

export function wayToReach({ paper, hasPhone }: { paper: boolean; hasPhone: boolean }): WayToReach {
  if (paper) return 'paper';
  return hasPhone ? 'phone' : 'visit';
}

/** Five steps of a strip to look at: nothing, one, two, three, four and more. */
export function stripStep(held: number): number {
  return Math.min(4, held);
}

/** The Mondays of the ISO weeks that belong to a year: 52 or 53. */
export function isoMondays(year: number): BusinessDate[] {
  const mondays: BusinessDate[] = [];
  // 4 January lies in the first week, always.
  for (let monday = mondayOfDate(`${year}-01-04`); isoWeek(monday).year === year; monday = addDays(monday, 7)) mondays.push(monday);
  return mondays;
}
