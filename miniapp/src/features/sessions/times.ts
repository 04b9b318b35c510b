import { instantOn, timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';

/** When, as somebody says it: the day, from when, how long. */
export interface When {
  readonly date: BusinessDate;
  /** 19:30 */
  readonly time: string;
  readonly minutes: number;
}

export const commonTimes = ['09:00', '14:00', '15:00', '19:00', '19:30', '20:00'] as const;
export const lengths = [
  { value: '60', name: '1小时' },
  { value: '90', name: '1个半小时' },
  { value: '120', name: '2小时' },
  { value: '180', name: '3小时' },
  { value: '240', name: '半天' },
] as const;

const step = 15;
const day = 1440;

export function instantsOf({ date, time, minutes }: When): { startsAt: number; endsAt: number } {
  const startsAt = instantOn(date, time);
  return { startsAt, endsAt: startsAt + minutes * 60_000 };
}

export function whenOf({ date, startsAt, endsAt }: { date: BusinessDate; startsAt: number; endsAt: number }): When {
  return { date, time: timeOf(startsAt), minutes: Math.round((endsAt - startsAt) / 60_000) };
}

/** A quarter of an hour earlier or later, within the day. */
export function shifted(time: string, direction: 1 | -1): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = Math.min(day - step, Math.max(0, hour * 60 + minute + direction * step));
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
