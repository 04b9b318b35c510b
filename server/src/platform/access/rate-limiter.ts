import { AppError } from '@weidangxiao/shared/errors.ts';
import { type RateLimit, rateLimits } from '@weidangxiao/shared/routes/route.ts';

const minute = 60_000;
/** Windows kept at most; beyond it the oldest go, so that made-up addresses cannot fill the memory. */
const mostWindows = 50_000;
/** All routes together from one address. A village may sit behind one address of its carrier, so this is wide. */
const perAddress = 3000;

interface Window {
  since: number;
  count: number;
}

/** Fixed one-minute windows in this process; figures are requests a minute from the route table. */
export class RateLimiter {
  private readonly windows = new Map<string, Window>();

  /** `factor` widens all limits (tests, a trusted gateway in front); 0 turns them off. */
  constructor(
    private readonly factor = 1,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts one request or throws TOO_MANY_REQUESTS with the seconds to wait. */
  take(who: string, limit: RateLimit | 'address'): void {
    if (this.factor === 0) return;
    const window = this.windowOf(`${limit}:${who}`);
    window.count += 1;
    const most = (limit === 'address' ? perAddress : rateLimits[limit]) * this.factor;
    if (window.count <= most) return;
    const seconds = Math.max(1, Math.ceil((window.since + minute - this.now()) / 1000));
    throw new AppError('TOO_MANY_REQUESTS', { detail: { seconds } });
  }

  private windowOf(key: string): Window {
    const known = this.windows.get(key);
    if (known && this.now() - known.since < minute) return known;
    const fresh = { since: this.now(), count: 0 };
    this.windows.delete(key);
    this.windows.set(key, fresh);
    if (this.windows.size > mostWindows) this.forgetOldest();
    return fresh;
  }

  private forgetOldest(): void {
    const oldest = this.windows.keys().next().value;
    if (oldest !== undefined) this.windows.delete(oldest);
  }
}
