/** What one side did in one round. */
export interface Figure {
  readonly perSecond: number;
  /** Processor time of the server's process for each request, microseconds; only where there is a server. */
  readonly cpu?: number;
}

/** Median, and from the least to the most. */
export interface Spread {
  readonly median: number;
  readonly range: readonly [number, number];
}

export interface Side {
  readonly ours: Spread;
  readonly baseline: Spread;
  /** How much of the bare one's is ours: 1 is as good, more is better. */
  readonly ratio: number;
}

/** One figure beside its bare counterpart. */
export interface Row {
  readonly name: string;
  readonly judged: 'cpu' | 'perSecond' | 'count';
  /** Medians of what is judged. */
  readonly ours: number;
  readonly baseline: number;
  readonly ratio: number;
  /** The ratio that must be held. */
  readonly goal: number;
  readonly holds: boolean;
  readonly perSecond: Side;
  /** Microseconds a request. */
  readonly cpu: Side | null;
  /** How far the process grew at most while ours ran, where that is bounded by promise. */
  readonly memoryMb?: number;
}

export interface Contest {
  readonly name: string;
  readonly goal: number;
  /** Each is called in turns. */
  ours(round: number): Promise<Figure>;
  baseline(round: number): Promise<Figure>;
}

/** Counted ones; one more comes first and warms up. */
export const rounds = 5;

/**
 * Both in turns, so that a busy machine is busy for both. Judged is the processor time where there is one: it is steadier
 * than requests a second, which the load's own work bounds.
 */
export async function contest({ name, goal, ours, baseline }: Contest): Promise<Row> {
  const figures: { ours: Figure; baseline: Figure }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % 2 === 0 ? await ours(round) : null;
    const bare = await baseline(round);
    figures.push({ ours: first ?? (await ours(round)), baseline: bare });
  }
  const counted = figures.slice(1);
  const perSecond = side(counted, (figure) => figure.perSecond, (mine, bare) => mine / bare);
  const hasCpu = counted.every((one) => one.ours.cpu !== undefined && one.baseline.cpu !== undefined);
  const cpu = hasCpu ? side(counted, (figure) => figure.cpu ?? 0, (mine, bare) => bare / mine) : null;
  const { ours: mine, baseline: bare, ratio } = cpu ?? perSecond;
  return { name, judged: cpu ? 'cpu' : 'perSecond', ours: mine.median, baseline: bare.median, ratio, goal, holds: ratio >= goal, perSecond, cpu };
}

function side(figures: readonly { ours: Figure; baseline: Figure }[], of: (figure: Figure) => number, ratioOf: (ours: number, bare: number) => number): Side {
  const [ours, baseline] = [spread(figures.map((one) => of(one.ours))), spread(figures.map((one) => of(one.baseline)))];
  return { ours, baseline, ratio: Number(ratioOf(ours.median, baseline.median).toFixed(2)) };
}

function spread(values: readonly number[]): Spread {
  const sorted = values.map(Math.round).sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, range: [sorted[0] ?? 0, sorted.at(-1) ?? 0] };
}

/** What is counted once rather than timed, beside what was promised. */
export function counted(name: string, { ours, baseline, ratio }: { readonly ours: number; readonly baseline: number; readonly ratio: number }): Row {
  const one = (value: number): Spread => ({ median: value, range: [value, value] });
  return { name, judged: 'count', ours, baseline, ratio, goal: 1, holds: ratio >= 1, perSecond: { ours: one(ours), baseline: one(baseline), ratio }, cpu: null };
}

/** How many of `count` a second `work` does. */
export async function perSecond(count: number, work: () => Promise<unknown>): Promise<Figure> {
  const began = performance.now();
  await work();
  return { perSecond: (count * 1000) / (performance.now() - began) };
}
