import { createHash, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sealedWords } from './push-cipher.ts';
import { envelope, type PushedEvent, pushedWords, type PushShape } from './push-words.ts';

/** Where an app's events go, as its owner has set it in the console. */
export interface PushTarget {
  url: string;
  token: string;
  /** The EncodingAESKey turns secure mode on. */
  aesKey?: string;
}

/** How events go out. */
export interface PushManner {
  shape: PushShape;
  /** 2 sends each event twice. */
  copies: number;
  /** How long after it happened, in ms. */
  lateMs: number;
}

/** One event that was to be told, and what came of it. */
export interface PushRecord {
  appId: string;
  event: string;
  tries: number;
  /** The owner's server answered `success` or nothing. */
  taken: boolean;
}

/** The answer is waited for five seconds, then there are three more tries. WECHAT.md §2, Push security */
const answerMs = 5_000;
const mostTries = 4;
const keptRecords = 200;
const usual: PushManner = { shape: 'json', copies: 1, lateMs: 0 };

/** Tells the apps' owners what has happened. WECHAT.md §2, Events and Push security */
export class EventPush {
  readonly #targets = new Map<string, PushTarget>();
  readonly #records: PushRecord[] = [];
  readonly #underWay = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  readonly #now: () => number;
  readonly #retryMs: number;
  #manner = usual;

  constructor(now: () => number, retryMs: number) {
    this.#now = now;
    this.#retryMs = retryMs;
  }

  /** Null takes the address away. */
  aim(appId: string, target: PushTarget | null): void {
    if (target) this.#targets.set(appId, target);
    else this.#targets.delete(appId);
  }

  behave(manner: Partial<PushManner>): void {
    this.#manner = { ...usual, ...manner };
  }

  manner(): PushManner {
    return this.#manner;
  }

  isAimed(appId: string): boolean {
    return this.#targets.has(appId);
  }

  /** An event happened just now. Nobody waits for its way. */
  tell(appId: string, event: PushedEvent): void {
    const target = this.#targets.get(appId);
    if (!target) return;
    const words = pushedWords(event, Math.floor(this.#now() / 1_000), this.#manner.shape);
    for (let copy = 0; copy < this.#manner.copies; copy += 1) {
      const record = { appId, event: event.event, tries: 0, taken: false };
      this.#records.unshift(record);
      const sending = this.#send(target, words, record).finally(() => this.#underWay.delete(sending));
      this.#underWay.add(sending);
    }
    this.#records.splice(keptRecords);
  }

  /** Newest first. */
  records(): readonly PushRecord[] {
    return this.#records;
  }

  /** Answers when nothing is on its way any more. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  close(): void {
    this.#closing.abort();
  }

  async #send(target: PushTarget, words: string, record: PushRecord): Promise<void> {
    const { shape, lateMs } = this.#manner;
    const { signal } = this.#closing;
    try {
      await wait(lateMs, undefined, { signal });
      while (!record.taken && record.tries < mostTries) {
        if (record.tries > 0) await wait(this.#retryMs, undefined, { signal });
        record.tries += 1;
        record.taken = await this.#post(target, words, record.appId, shape);
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Each try is signed anew. */
  async #post({ url, token, aesKey }: PushTarget, words: string, appId: string, shape: PushShape): Promise<boolean> {
    const sealed = aesKey === undefined ? undefined : sealedWords(words, appId, aesKey);
    const timestamp = String(Math.floor(this.#now() / 1_000));
    const nonce = String(randomInt(1e9, 4e9));
    const query = new URLSearchParams({ signature: signed(token, timestamp, nonce), timestamp, nonce });
    if (sealed) {
      query.set('encrypt_type', 'aes');
      query.set('msg_signature', signed(token, timestamp, nonce, sealed));
    }
    const body = sealed ? envelope(sealed, shape) : words;
    const headers = { 'content-type': shape === 'xml' ? 'text/xml' : 'application/json' };
    const signal = AbortSignal.any([AbortSignal.timeout(answerMs), this.#closing.signal]);
    try {
      const response = await fetch(`${url}?${query}`, { method: 'POST', headers, body, signal });
      return response.ok && ['success', ''].includes(await response.text());
    } catch {
      return false;
    }
  }
}

/** WECHAT.md §2, Push security */
function signed(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}
