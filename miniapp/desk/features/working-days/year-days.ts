import { addDays, dateInChinese, datesOfMonth, weekday, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { DayKind } from '@weidangxiao/shared/rules/working-days.ts';

/** How a day of the calendar stands: as the week has it, or set otherwise. */
export type DayLook = 'work' | 'weekend' | DayKind;

export interface CalendarDay {
  readonly date: string;
  readonly look: DayLook;
  readonly label: string | null;
}

export interface SetDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly label: string;
}

export interface CalendarMonth {
  readonly month: string;
  /** Empty places before the first day, since a week begins on Monday. */
  readonly blanks: number;
  readonly days: readonly CalendarDay[];
}

/** The twelve months of a year, each day as the town works it. */
export function monthsOf(year: string, set: readonly SetDay[]): CalendarMonth[] {
  const known = new Map(set.map((one) => [one.day, one]));
  return Array.from({ length: 12 }, (_, at) => {
    const month = `${year}-${String(at + 1).padStart(2, '0')}`;
    const { from, to } = datesOfMonth(month);
    const days: CalendarDay[] = [];
    for (let date = from; date <= to; date = addDays(date, 1)) days.push(dayOf(date, known.get(date)));
    return { month, blanks: weekday(from) - 1, days };
  });
}

function dayOf(date: string, set: SetDay | undefined): CalendarDay {
  return { date, look: set?.kind ?? (isWeekend(date) ? 'weekend' : 'work'), label: set?.label ?? null };
}

export const isWeekend = (date: string): boolean => weekday(date) > 5;

const lookNames: Readonly<Record<DayLook, string>> = { work: '上班', weekend: '休息', off: '放假', worked: '调成上班' };

/** 10月1日星期四，放假，国庆节 */
export function dayWords({ date, look, label }: CalendarDay): string {
  return [`${dateInChinese(date)}${weekdayInChinese(date)}`, lookNames[look], label].filter(Boolean).join('，');
}

export interface Stretch extends Pick<SetDay, 'kind' | 'label'> {
  readonly from: string;
  readonly to: string;
}

/** Days in a row under one label are read as one line; weekends between days off belong to them. */
export function stretchesOf(set: readonly SetDay[]): Stretch[] {
  const lines: Stretch[] = [];
  for (const { day, kind, label } of set) {
    const last = lines.at(-1);
    if (last?.kind === kind && last.label === label && joins(last.to, day, kind)) lines[lines.length - 1] = { ...last, to: day };
    else lines.push({ kind, label, from: day, to: day });
  }
  return lines;
}

function joins(last: string, day: string, kind: DayKind): boolean {
  let next = addDays(last, 1);
  while (kind === 'off' && next < day && isWeekend(next)) next = addDays(next, 1);
  return next === day;
}

/** 2月16日–23日, 9月30日–10月2日, 4月6日 */
export function spanWords({ from, to }: Pick<Stretch, 'from' | 'to'>): string {
  if (from === to) return dateInChinese(from);
  return `${dateInChinese(from)}–${from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : dateInChinese(to)}`;
}
