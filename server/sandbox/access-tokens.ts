import { type CallQuotas, dayMs } from './call-quotas.ts';
import { randomText } from './random-text.ts';
import { WechatRefusal } from './wechat-refusal.ts';

const overlapMs = 5 * 60_000;
const forceGapMs = 30_000;
const forcesPerDay = 20;
/** §1 tells callers to make room for 512 characters, so the sandbox uses them all. */
const tokenLength = 512;
const rememberedTokens = 1_000;
const wellFormed = new RegExp(`^\\d+_[A-Za-z0-9]{${tokenLength - 3}}$`);

interface TokenRecord {
  /** When it stops to work, epoch ms. */
  validUntil: number;
  /** What it answers from then on: 42001 grown old, 40001 superseded. */
  afterwards: 40001 | 42001;
}

interface LiveToken {
  token: string;
  expiresAt: number;
}

export interface TokenAnswer {
  access_token: string;
  expires_in: number;
}

/** Both token families of WECHAT.md §1; neither invalidates the other. */
export class AccessTokens {
  readonly #records = new Map<string, TokenRecord>();
  readonly #now: () => number;
  readonly #lifetimeMs: number;
  readonly #quotas: CallQuotas;
  #stable: LiveToken | undefined;
  #classic: LiveToken | undefined;
  #lastForceAt = -Infinity;

  constructor(now: () => number, tokenSeconds: number, quotas: CallQuotas) {
    this.#now = now;
    this.#quotas = quotas;
    this.#lifetimeMs = tokenSeconds * 1_000;
  }

  /** `/cgi-bin/token`: each call a new token, the old one survives five minutes at most. §1 */
  classic(): TokenAnswer {
    if (this.#classic) this.#endBy(this.#classic.token, this.#now() + overlapMs, 40001);
    this.#classic = this.#issue();
    return this.#answer(this.#classic);
  }

  /** `/cgi-bin/stable_token`: the same token on repeats, renewed in its last five minutes. §1 */
  stable(forceRefresh: boolean): TokenAnswer {
    if (forceRefresh) this.#forceRefresh();
    else this.#renewWhenDue();
    this.#stable ??= this.#issue();
    return this.#answer(this.#stable);
  }

  /** Whether it was issued here, whatever has become of it. */
  knows(token: string | undefined): boolean {
    return token !== undefined && this.#records.has(token);
  }

  /** Lets a valid token pass. @throws WechatRefusal 41001, 40014, 40001 or 42001 (§1). */
  check(token: string | undefined): void {
    if (!token) throw new WechatRefusal(41001);
    if (!wellFormed.test(token)) throw new WechatRefusal(40014);
    const record = this.#records.get(token);
    if (!record) throw new WechatRefusal(40001);
    if (this.#now() >= record.validUntil) throw new WechatRefusal(record.afterwards);
  }

  /** Ends every token at once, as a reset secret or another owner of the appid would. */
  revokeAll(): void {
    for (const token of this.#records.keys()) this.#endBy(token, this.#now(), 40001);
    this.#stable = undefined;
    this.#classic = undefined;
  }

  #renewWhenDue(): void {
    if (!this.#stable || this.#stable.expiresAt - this.#now() > overlapMs) return;
    const old = this.#records.get(this.#stable.token);
    // Both tokens work for five minutes after the renewal, even past the old one's own end. §1
    if (old && this.#now() < old.validUntil) old.validUntil = this.#now() + overlapMs;
    this.#stable = undefined;
  }

  #forceRefresh(): void {
    const now = this.#now();
    if (Math.abs(now - this.#lastForceAt) < forceGapMs) throw new WechatRefusal(45011);
    this.#quotas.countIn('stable_token by force', dayMs, forcesPerDay, 45009);
    this.#lastForceAt = now;
    if (this.#stable) this.#endBy(this.#stable.token, now, 40001);
    this.#stable = undefined;
  }

  #issue(): LiveToken {
    const token = `98_${randomText(tokenLength - 3)}`;
    const expiresAt = this.#now() + this.#lifetimeMs;
    this.#records.set(token, { validUntil: expiresAt, afterwards: 42001 });
    this.#forgetDeadTokens();
    return { token, expiresAt };
  }

  #endBy(token: string, at: number, afterwards: 40001 | 42001): void {
    const record = this.#records.get(token);
    if (!record || record.validUntil <= at) return;
    this.#records.set(token, { validUntil: at, afterwards });
  }

  #forgetDeadTokens(): void {
    for (const [token, record] of this.#records) {
      if (this.#records.size <= rememberedTokens) return;
      if (record.validUntil <= this.#now()) this.#records.delete(token);
    }
  }

  #answer(live: LiveToken): TokenAnswer {
    const remainingMs = live.expiresAt - this.#now();
    return { access_token: live.token, expires_in: Math.floor(remainingMs / 1_000) };
  }
}
