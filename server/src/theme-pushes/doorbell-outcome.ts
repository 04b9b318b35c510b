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

const second = 1_000;
const waits = [30, 60, 120, 300, 600, 1_200].map((seconds) => seconds * second);
const longestWait = 1_800 * second;

/** What WeChat's answer to one doorbell means. `attempts` counts this one too. */
export function outcomeOf(sent: SendOutcome, attempts: number): Outcome {
  if (sent.state === 'sent') return { state: 'sent', reason: null, waitMs: 0, credit: 'spent' };
  if (sent.state === 'unreachable') return later('unreachable', waitAfter(attempts));
  const reason = String(sent.errcode);
  if (forGood.has(sent.errcode)) return { state: 'refused', reason, waitMs: 0, credit: sent.errcode === noConsent ? 'none' : 'back' };
  return later(reason, sent.errcode === oneAtATime ? 5 * second : waitAfter(attempts));
}

function later(reason: string, waitMs: number): Outcome {
  return { state: 'waiting', reason, waitMs, credit: 'held' };
}

function waitAfter(attempts: number): number {
  return waits[attempts - 1] ?? longestWait;
}
