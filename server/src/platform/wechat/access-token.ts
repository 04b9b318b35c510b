import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { SeenLeases } from '../jobs/seen-leases.ts';
import type { SharedToken, WechatTokensRepository } from './wechat-tokens.repository.ts';

export interface FreshToken {
  readonly token: string;
  readonly lifetimeMs: number;
}

export interface TokenSource {
  readonly appId: string;
  readonly shared: WechatTokensRepository;
  /** Asks WeChat; answers within `timeoutMs` or throws. */
  readonly fetch: () => Promise<FreshToken>;
  readonly timeoutMs: number;
  readonly now: () => number;
}

/** WeChat renews a stable token in its last five minutes, when old and new both work: asking then never leaves a gap. */
const renewBeforeEndMs = 4 * 60_000;
/** After a renewal failed while the old token still works. */
const restMs = 5_000;
const lookAgainMs = 50;

/**
 * An app's access token in this process. All replicas hold the one that lies in the database, and only one of them at a
 * time asks WeChat for the next. Whoever waits for an asker that died takes its place after having watched it for as
 * long as a question may last: no two clocks are compared. Should two ask after all, WeChat tells both the same token.
 */
export class AccessToken {
  private held: { token: string; endsAt: number } | null = null;
  private asking: Promise<string> | null = null;
  private restUntil = -Infinity;
  private readonly askers: SeenLeases;

  constructor(private readonly source: TokenSource) {
    this.askers = new SeenLeases(source.timeoutMs, 0, source.now);
  }

  /** @throws what the question throws, unless the token in hand still works */
  async get(): Promise<string> {
    const { held } = this;
    if (!held || this.source.now() >= held.endsAt) return this.renew(null);
    if (this.isYoung(held.endsAt)) return held.token;
    // The old one works on, so nobody waits for the new one.
    if (this.source.now() >= this.restUntil) void this.renew(held.token).catch(() => (this.restUntil = this.source.now() + restMs));
    return held.token;
  }

  /** After WeChat refused `refused`: the token that somebody has got meanwhile, else a new one. */
  async instead(refused: string): Promise<string> {
    return this.held && this.held.token !== refused ? this.held.token : this.renew(refused);
  }

  private renew(old: string | null): Promise<string> {
    this.asking ??= this.successorOf(old).finally(() => {
      this.asking = null;
    });
    return this.asking;
  }

  /** Looks at the shared row until a token other than `old` lies there, or until it is this replica's turn to ask for one. */
  private async successorOf(old: string | null): Promise<string> {
    const { appId, shared } = this.source;
    const askedBy = randomUUID();
    for (;;) {
      const seen = await shared.find(appId);
      if (seen.token !== null && seen.token !== old && this.isYoung(seen.endsAt)) return this.keep(seen.token, seen.endsAt);
      if (this.isFree(seen) && (await shared.claim(appId, seen, askedBy))) return this.ask(seen, askedBy);
      await pause(lookAgainMs);
    }
  }

  private isFree({ askedBy }: SharedToken): boolean {
    const lost = this.askers.lostAmong(askedBy === null ? [] : [askedBy]);
    return askedBy === null || lost.length > 0;
  }

  private async ask({ version }: SharedToken, askedBy: string): Promise<string> {
    const { appId, shared, fetch, now } = this.source;
    try {
      const { token, lifetimeMs } = await fetch();
      const endsAt = now() + lifetimeMs;
      await shared.replace(appId, askedBy, { token, endsAt, version: version + 1 });
      return this.keep(token, endsAt);
    } catch (error) {
      await shared.release(appId, askedBy);
      throw error;
    }
  }

  private keep(token: string, endsAt: number): string {
    this.held = { token, endsAt };
    return token;
  }

  private isYoung(endsAt: number): boolean {
    return endsAt - this.source.now() > renewBeforeEndMs;
  }
}
