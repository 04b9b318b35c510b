import type { SendOutcome } from '../platform/wechat/subscribe-message.ts';

export interface Outcome {
  readonly state: 'sent' | 'refused' | 'waiting';
  readonly reason: string | null;
  /** Milliseconds until the next try; only while waiting. */
  readonly waitMs: number;
  /** What becomes of the credit that was taken: gone with the message, still held, back in the ledger, or there were none. */
  readonly credit: 'spent' | 'held' | 'back' | 'none';
}

/** No such user, no such template, no consent, template banned, a word or a value that WeChat does not take: asking again changes nothing. */
const forGood: ReadonlySet<number> = new Set([40003, 40037, 41030, 43101, 43107, 45168, 47003]);
const noConsent = 43101;
/** Another message to the same WeChat was on its way. */
const oneAtATime = 43108;
/** The day's quota is used up, the app's secret or this server's address is not accepted, its tokens are not: the next one would hear the same. */
const forEverybody: ReadonlySet<number> = new Set([40001, 40013, 40014, 40125, 40164, 40243, 41001, 42001, 45009]);

const second = 1_000;
const waits = [30, 60, 120, 300, 600, 1_200].map((seconds) => seconds * second);
const longestWait = 1_800 * second;

/**
 * What WeChat's answer to one doorbell means. `attempts` counts this one too. `chance`, from 0 to 1, shortens a wait by up
 * to a fifth, so that what failed together does not come back together.
 */
export function outcomeOf(sent: SendOutcome, attempts: number, chance: number): Outcome {
  if (sent.state === 'sent') return { state: 'sent', reason: null, waitMs: 0, credit: 'spent' };
  if (sent.state === 'unreachable') return later('unreachable', waitAfter(attempts, chance));
  const reason = String(sent.errcode);
  if (forGood.has(sent.errcode)) return { state: 'refused', reason, waitMs: 0, credit: sent.errcode === noConsent ? 'none' : 'back' };
  return later(reason, sent.errcode === oneAtATime ? 5 * second : waitAfter(attempts, chance));
}

/** Why nobody else would get through now either; null where this answer concerns one doorbell alone. */
export function barrierIn(sent: SendOutcome): string | null {
  if (sent.state === 'unreachable') return 'unreachable';
  return sent.state === 'refused' && forEverybody.has(sent.errcode) ? String(sent.errcode) : null;
}

function later(reason: string, waitMs: number): Outcome {
  return { state: 'waiting', reason, waitMs, credit: 'held' };
}

function waitAfter(attempts: number, chance: number): number {
  return Math.round((waits[attempts - 1] ?? longestWait) * (1 - chance / 5));
}
