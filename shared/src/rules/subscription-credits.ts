/** When a member allowed messages, epoch ms: what the phone reported, and what WeChat told. Either may be missing or come late. */
export interface Accepts {
  readonly taps: readonly number[];
  readonly events: readonly number[];
}

/** A phone without a network reports when it has one again. The next question comes a week later at the earliest. */
const reportedWithinMs = 3 * 86_400_000;

/**
 * How many messages are allowed by what was accepted after `refusedAt`. A tap and the event nearest to it are one answer,
 * told twice, and WeChat knows when it was given; the order in which they came to us says nothing.
 */
export function allowedMessages({ taps, events }: Accepts, refusedAt: number): number {
  const alone = new Set(taps.keys());
  const heard = new Set<number>();
  for (const { tap, event } of nearestFirst(taps, events)) {
    if (!alone.has(tap) || heard.has(event)) continue;
    alone.delete(tap);
    heard.add(event);
  }
  const answers = [...events, ...[...alone].map((tap) => taps[tap] ?? 0)];
  return answers.filter((at) => at > refusedAt).length;
}

function nearestFirst(taps: readonly number[], events: readonly number[]): { tap: number; event: number; apart: number }[] {
  const pairs = taps.flatMap((told, tap) => events.map((happened, event) => ({ tap, event, apart: Math.abs(told - happened) })));
  return pairs.filter(({ apart }) => apart <= reportedWithinMs).sort((left, right) => left.apart - right.apart);
}
