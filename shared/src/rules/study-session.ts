import { addDays, type BusinessDate, businessDate, startOf, weekday } from './week.ts';

export const sessionKinds = ['centralized', 'group', 'night', 'practice'] as const;
export type SessionKind = (typeof sessionKinds)[number];
export const sessionFormats = ['lecture', 'discussion', 'field_visit', 'video', 'hands_on'] as const;
export type SessionFormat = (typeof sessionFormats)[number];
export const sessionStates = ['planned', 'open', 'closed', 'cancelled'] as const;
export type SessionState = (typeof sessionStates)[number];
export type SessionEvent = 'change' | 'move' | 'open' | 'cancel' | 'close' | 'correct';

export const sessionKindNames: Readonly<Record<SessionKind, string>> = { centralized: '集中学习', group: '小组研讨', night: '夜校', practice: '实践' };
export const sessionFormatNames: Readonly<Record<SessionFormat, string>> = { lecture: '讲课', discussion: '讨论', field_visit: '现场观摩', video: '看视频', hands_on: '动手学' };
export const sessionStateNames: Readonly<Record<SessionState, string>> = { planned: '还没开始', open: '正在进行', closed: '已收尾', cancelled: '已取消' };

/** The whole machine: what is not here cannot happen. A closed session is only ever corrected by a dated row. */
const moves: Readonly<Record<SessionState, Partial<Record<SessionEvent, SessionState>>>> = {
  planned: { change: 'planned', move: 'planned', open: 'open', cancel: 'cancelled' },
  open: { change: 'open', close: 'closed', cancel: 'cancelled' },
  closed: { correct: 'closed' },
  cancelled: {},
};

/** The next state, or null where this event cannot happen. */
export function moveSession(state: SessionState, event: SessionEvent): SessionState | null {
  return moves[state][event] ?? null;
}

export type TimesFault = 'end_before_start' | 'too_long' | 'two_days';
const minute = 60_000;
const longest = 12 * 60 * minute;

/** Null for times that a session can have: it ends after it began, on the same day, within twelve hours. */
export function timesFault(startsAt: number, endsAt: number): TimesFault | null {
  if (endsAt <= startsAt) return 'end_before_start';
  if (endsAt - startsAt > longest) return 'too_long';
  return businessDate(startsAt) === businessDate(endsAt - 1) ? null : 'two_days';
}

/** Half-open: one that begins when the other ends does not overlap it. */
export function overlaps(one: { startsAt: number; endsAt: number }, other: { startsAt: number; endsAt: number }): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

/** From its day on, also afterwards; not the day before. */
export function mayOpen(date: BusinessDate, now: number): boolean {
  return businessDate(now) >= date;
}

/** A year of a weekly series. */
export const mostInSeries = 53;

/** The dates of a weekly series, first and last day included. */
export function seriesDates({ weekday: wanted, from, until }: { weekday: number; from: BusinessDate; until: BusinessDate }): BusinessDate[] {
  const dates: BusinessDate[] = [];
  for (let date = addDays(from, (wanted - weekday(from) + 7) % 7); date <= until && dates.length <= mostInSeries; date = addDays(date, 7)) dates.push(date);
  return dates;
}

/** '19:30' of a day as an instant. */
export function instantOn(date: BusinessDate, time: string): number {
  return startOf(date) + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * minute;
}

/** 19:30 */
export function timeOf(instant: number): string {
  const sinceMidnight = Math.floor((instant - startOf(businessDate(instant))) / minute);
  return [Math.floor(sinceMidnight / 60), sinceMidnight % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
