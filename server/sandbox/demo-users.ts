import { randomBytes } from 'node:crypto';
import { ControlRefusal } from './control-refusal.ts';
import { randomText } from './random-text.ts';

const mostUsers = 20_000;

/** A person with WeChat on their phone. */
export interface DemoUser {
  openid: string;
  nickname: string;
  /** Mainland number without country code, or none bound. */
  phone: string | null;
  /** Present once the mini-program is bound to an Open Platform account. WECHAT.md §1 */
  unionid: string | null;
  /** A high-risk user: login answers 40226. §1 */
  blocked: boolean;
  /** Main switch off: no subscribe message arrives. §2 */
  refusesMessages: boolean;
  /** Last time in the mini-program, epoch ms. §3 checks content only within two hours of it. */
  lastActiveAt: number | null;
}

export interface NewDemoUser {
  openid?: string;
  nickname: string;
  phone?: string | null;
  unionid?: string | null;
  /** Credits by template id that the user has given before. */
  credits?: Record<string, number>;
}

export type DemoUserChange = Partial<Pick<DemoUser, 'nickname' | 'phone' | 'blocked' | 'refusesMessages'>>;

/** Everybody who has this WeChat, in order of creation. */
export class DemoUsers {
  readonly #users = new Map<string, DemoUser>();
  readonly #sessionKeys = new Map<string, string>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  create(wanted: NewDemoUser): DemoUser {
    const openid = wanted.openid ?? `o${randomText(27)}`;
    if (this.#users.has(openid)) throw new ControlRefusal(409, `User ${openid} exists`);
    if (this.#users.size >= mostUsers) throw new ControlRefusal(409, `More than ${mostUsers} users`);
    const user: DemoUser = {
      openid,
      nickname: wanted.nickname,
      phone: wanted.phone ?? null,
      unionid: wanted.unionid ?? null,
      blocked: false,
      refusesMessages: false,
      lastActiveAt: null,
    };
    this.#users.set(openid, user);
    return user;
  }

  find(openid: string): DemoUser | undefined {
    return this.#users.get(openid);
  }

  /** @throws ControlRefusal 404 */
  get(openid: string): DemoUser {
    const user = this.find(openid);
    if (!user) throw new ControlRefusal(404, `No user ${openid}`);
    return user;
  }

  all(): DemoUser[] {
    return [...this.#users.values()];
  }

  visit(openid: string): void {
    this.get(openid).lastActiveAt = this.#now();
  }

  /** One valid key per user; a new login replaces it. WECHAT.md §1 */
  renewSessionKey(openid: string): string {
    const sessionKey = randomBytes(16).toString('base64');
    this.#sessionKeys.set(openid, sessionKey);
    return sessionKey;
  }

  sessionKey(openid: string): string | undefined {
    return this.#sessionKeys.get(openid);
  }
}
