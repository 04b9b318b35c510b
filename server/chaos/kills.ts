import type { Environment } from './chaos-town.ts';
import { finding, type Finding } from './figures.ts';
import { type Push, pushRun } from './push-run.ts';

export interface Kills {
  readonly people: number;
  readonly kills: number;
  /** Of each replica: how far its clock is off, in minutes. SQLite has one. */
  readonly clocks: readonly number[];
  readonly lanes: number;
}

/** Replicas are killed with -9 again and again while they ring, each time another one, and started anew. */
export async function killsRun(engine: string, more: Environment, { people, kills, clocks, lanes }: Kills): Promise<Finding[]> {
  let done = 0;
  const strike = async (nth: number, push: Push): Promise<void> => {
    await killOne(nth % clocks.length, push);
    done += 1;
  };
  const replicas = clocks.map((minutesOff) => ({ minutesOff }));
  const found = await pushRun({ engine, more, people, lanes, replicas, strike, blows: kills, mayRingTwice: kills * lanes });
  return [finding(`${engine}: replicas killed with -9`, done, kills), ...found];
}

async function killOne(at: number, { replicas, start }: Push): Promise<void> {
  replicas[at]?.kill();
  await replicas[at]?.over;
  replicas[at] = await start(at);
}
