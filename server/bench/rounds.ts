/** One figure beside its bare counterpart; both per second, so more is better. */
export interface Row {
  readonly name: string;
  readonly ours: number;
  readonly baseline: number;
  readonly ratio: number;
  /** The ratio that must be held, and why it is that one. */
  readonly goal: number;
  readonly holds: boolean;
}

export interface Contest {
  readonly name: string;
  readonly goal: number;
  /** Each answers how many a second; called in turns. */
  ours(round: number): Promise<number>;
  baseline(round: number): Promise<number>;
}

const rounds = 5;

/** Both in turns, so that a busy machine is busy for both; the first round warms up; medians. */
export async function contest({ name, goal, ours, baseline }: Contest): Promise<Row> {
  const figures: { ours: number; baseline: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % 2 === 0 ? await ours(round) : null;
    const bare = await baseline(round);
    figures.push({ ours: first ?? (await ours(round)), baseline: bare });
  }
  const counted = figures.slice(1);
  const [mine, bare] = [median(counted.map((one) => one.ours)), median(counted.map((one) => one.baseline))];
  const ratio = Number((mine / bare).toFixed(2));
  return { name, ours: Math.round(mine), baseline: Math.round(bare), ratio, goal, holds: ratio >= goal };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** How many of `count` a second `work` does. */
export async function perSecond(count: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (count * 1000) / (performance.now() - began);
}
