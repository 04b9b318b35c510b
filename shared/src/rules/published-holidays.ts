import { addDays, type BusinessDate, weekday } from './week.ts';
import type { DayKind } from './working-days.ts';

/** One holiday of a year as the State Council arranged it; all days included. */
interface PublishedHoliday {
  readonly name: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Weekends that are worked instead. */
  readonly worked: readonly BusinessDate[];
}

export interface ArrangedDay {
  readonly day: BusinessDate;
  readonly kind: DayKind;
  readonly label: string;
}

/** A year comes in here when its arrangement was published; until then admins enter days by hand. */
const published: Readonly<Record<string, readonly PublishedHoliday[]>> = {
  '2026': [
    { name: '元旦', from: '2026-01-01', to: '2026-01-03', worked: ['2026-01-04'] },
    { name: '春节', from: '2026-02-15', to: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
    { name: '清明节', from: '2026-04-04', to: '2026-04-06', worked: [] },
    { name: '劳动节', from: '2026-05-01', to: '2026-05-05', worked: ['2026-05-09'] },
    { name: '端午节', from: '2026-06-19', to: '2026-06-21', worked: [] },
    { name: '中秋节', from: '2026-09-25', to: '2026-09-27', worked: [] },
    { name: '国庆节', from: '2026-10-01', to: '2026-10-07', worked: ['2026-09-20', '2026-10-10'] },
  ],
};

/** The days that depart from Monday to Friday, in their order; null for a year whose arrangement is not known. */
export function publishedDays(year: string): ArrangedDay[] | null {
  const holidays = published[year];
  if (!holidays) return null;
  return holidays.flatMap(daysOf).sort((a, b) => (a.day < b.day ? -1 : 1));
}

function daysOf({ name, from, to, worked }: PublishedHoliday): ArrangedDay[] {
  const off: ArrangedDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) <= 5) off.push({ day, kind: 'off', label: name });
  return [...off, ...worked.map((day) => ({ day, kind: 'worked' as const, label: `${name}调休` }))];
}
