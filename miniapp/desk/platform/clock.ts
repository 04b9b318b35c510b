import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type BusinessDate, businessDate, dateInChinese, startOf } from '@weidangxiao/shared/rules/week.ts';
import { create } from 'zustand';
import { call } from './request.ts';

type Demo = Answer<'getDemo'>;

/** The server's business time, which the demo can move; `ahead` is its distance from this machine's clock in ms, `asked` whether it is known, or cannot be. */
export const useClock = create<{ demo: Demo | null; ahead: number; moves: number; asked: boolean }>(() => ({ demo: null, ahead: 0, moves: 0, asked: false }));

/** @throws Failure when the server does not say; business time is then this machine's. */
export async function readClock(): Promise<void> {
  try {
    const demo = await call('getDemo', {});
    useClock.setState({ demo, ahead: demo.now - Date.now() });
  } finally {
    useClock.setState({ asked: true });
  }
}

export async function moveDemoClock(to: number): Promise<void> {
  const { now } = await call('setDemoClock', { body: { now: new Date(to).toISOString() } });
  useClock.setState(({ moves }) => ({ ahead: now - Date.now(), moves: moves + 1 }));
}

export function now(): number {
  return Date.now() + useClock.getState().ahead;
}

export function today(): BusinessDate {
  return businessDate(now());
}

/** 9:42 in Shanghai. */
export function timeOfDay(instant: number): string {
  const minutes = Math.floor((instant - startOf(businessDate(instant))) / 60_000);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 今天9:42, 昨天9:42, 11月9日8:00, 2025年11月9日8:00. */
export function whenInChinese(instant: number): string {
  const date = businessDate(instant);
  const days = Math.round((startOf(today()) - startOf(date)) / 86_400_000);
  const time = timeOfDay(instant);
  if (days === 0) return `今天${time}`;
  if (days === 1) return `昨天${time}`;
  return `${dateWithYear(date)}${time}`;
}

/** 11月9日; with the year where it is not this one. */
export function dateWithYear(date: BusinessDate): string {
  const year = date.slice(0, 4);
  return `${year === today().slice(0, 4) ? '' : `${year}年`}${dateInChinese(date)}`;
}
