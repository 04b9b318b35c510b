import { randomUUID } from 'node:crypto';
import type { SafetyVerdict } from './safety-words.ts';

const keptChecks = 1_000;

/** The later `wxa_media_check` event. WECHAT.md §3 */
export interface MediaCheckEvent {
  appid: string;
  trace_id: string;
  version: 2;
  /** -1008 when the media could not be downloaded. */
  errcode: 0 | -1008;
  result: Pick<SafetyVerdict, 'suggest' | 'label'>;
}

/** Picture and sound checks: answered with a trace id, judged a little later. WECHAT.md §3 */
export class MediaChecks {
  readonly #pending: { dueAt: number; event: MediaCheckEvent }[] = [];
  readonly #now: () => number;
  readonly #takesMs: number;

  constructor(now: () => number, takesMs: number) {
    this.#now = now;
    this.#takesMs = takesMs;
  }

  /** Answers the trace id. */
  add(appid: string, outcome: Pick<MediaCheckEvent, 'errcode' | 'result'>): string {
    const event: MediaCheckEvent = { appid, trace_id: randomUUID(), version: 2, ...outcome };
    this.#pending.push({ dueAt: this.#now() + this.#takesMs, event });
    if (this.#pending.length > keptChecks) this.#pending.shift();
    return event.trace_id;
  }

  /** The events that have happened by now, oldest first. */
  events(): MediaCheckEvent[] {
    return this.#pending.filter(({ dueAt }) => dueAt <= this.#now()).map(({ event }) => event);
  }
}
