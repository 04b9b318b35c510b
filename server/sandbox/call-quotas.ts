import type { CallQuota } from './options.ts';
import { WechatRefusal } from './wechat-refusal.ts';

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
const shanghaiOffsetMs = 8 * 3_600_000;

/** Documented limits by API. WECHAT.md §1 (tokens), §2 (send), §3 (checks), §4 (codes and links) */
const documentedQuotas: Record<string, CallQuota> = {
  '/cgi-bin/token': { perDay: 2_000 },
  '/cgi-bin/stable_token': { perMinute: 10_000, perDay: 500_000 },
  '/cgi-bin/message/subscribe/send': { perDay: 10_000_000 },
  '/wxa/msg_sec_check': { perMinute: 4_000, perMinuteErrcode: 44991, perDay: 2_000_000 },
  '/wxa/media_check_async': { perMinute: 2_000, perMinuteErrcode: 44991, perDay: 200_000 },
  '/wxa/getwxacodeunlimit': { perMinute: 5_000 },
  '/wxa/generate_urllink': { perDay: 500_000, perDayErrcode: 44993 },
};

interface Window {
  startedAt: number;
  count: number;
}

/** Counts calls in whole minutes and whole Shanghai days. */
export class CallQuotas {
  readonly #now: () => number;
  readonly #settled: Record<string, CallQuota>;
  readonly #leftToday = new Map<string, CallQuota>();
  readonly #windows = new Map<string, Window>();

  constructor(now: () => number, changed: Record<string, CallQuota>) {
    this.#now = now;
    this.#settled = { ...documentedQuotas, ...changed };
  }

  /** Counts one call. @throws WechatRefusal 45011 or 44991 in the minute, 45009 or 44993 in the day. */
  count(path: string): void {
    const quota = { ...this.#settled[path], ...this.#leftToday.get(path) };
    this.countIn(`${path} minute`, minuteMs, quota.perMinute, quota.perMinuteErrcode ?? 45011);
    this.countIn(`${path} day`, dayMs, quota.perDay, quota.perDayErrcode ?? 45009);
  }

  /** Counts one event under a key. @throws WechatRefusal when the window already holds `most`. */
  countIn(key: string, lengthMs: number, most: number | undefined, errcode: number): void {
    if (most === undefined) return;
    const startedAt = Math.floor((this.#now() + shanghaiOffsetMs) / lengthMs);
    const window = this.#windows.get(key);
    const count = window?.startedAt === startedAt ? window.count : 0;
    if (count >= most) throw new WechatRefusal(errcode);
    this.#windows.set(key, { startedAt, count: count + 1 });
  }

  /** From now on this API may be called `perDay` more times today. */
  leaveToday(path: string, perDay: number): void {
    this.#leftToday.set(path, { perDay });
    this.#windows.delete(`${path} day`);
  }

  /** Back to the settled limits. */
  restore(): void {
    this.#leftToday.clear();
  }
}
