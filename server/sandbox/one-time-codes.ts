import { randomText } from './random-text.ts';
import { WechatRefusal } from './wechat-refusal.ts';

const codeLifetimeMs = 5 * 60_000;
const rememberedCodes = 10_000;

export type CodeKind = 'login' | 'phone';

interface CodeRecord {
  kind: CodeKind;
  openid: string;
  expiresAt: number;
  used: boolean;
}

/** Login and phone codes: five minutes, used once, and never one for the other. WECHAT.md §1 */
export class OneTimeCodes {
  readonly #codes = new Map<string, CodeRecord>();
  readonly #now: () => number;
  readonly #usedLoginErrcode: number;

  constructor(now: () => number, usedLoginErrcode: number) {
    this.#now = now;
    this.#usedLoginErrcode = usedLoginErrcode;
  }

  create(kind: CodeKind, openid: string): string {
    const code = `${kind === 'login' ? '0' : 'p'}${randomText(31)}`;
    this.#codes.set(code, { kind, openid, expiresAt: this.#now() + codeLifetimeMs, used: false });
    this.#forgetOldest();
    return code;
  }

  /** The openid that a usable code stands for. @throws WechatRefusal 40029, or the used code's errcode. */
  look(kind: CodeKind, code: string): string {
    const record = this.#codes.get(code);
    if (!record || record.kind !== kind) throw new WechatRefusal(40029);
    if (record.used) throw new WechatRefusal(kind === 'login' ? this.#usedLoginErrcode : 40029);
    if (this.#now() >= record.expiresAt) throw new WechatRefusal(40029);
    return record.openid;
  }

  use(code: string): void {
    const record = this.#codes.get(code);
    if (record) record.used = true;
  }

  #forgetOldest(): void {
    for (const code of this.#codes.keys()) {
      if (this.#codes.size <= rememberedCodes) return;
      this.#codes.delete(code);
    }
  }
}
