import type { Sandbox } from '../sandbox/sandbox.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { newFolder, type Program, startProgram } from '../bench/processes.ts';
import { type ChaosTown, chaosTown, creditsEach, environment, type Environment, justBefore, monday, sendPath, startChaosSandbox } from './chaos-town.ts';
import { finding, type Finding } from './figures.ts';
import type { ReplicaInput } from './replica.ts';
import { type State, stateOf } from './state.ts';

export interface Kills {
  readonly people: number;
  readonly kills: number;
  /** Of each replica: how far its clock is off, in minutes. SQLite has one. */
  readonly clocks: readonly number[];
  readonly lanes: number;
}

const minute = 60_000;
/** A limit against hanging. */
const patienceMs = 10 * minute;

/** Replicas are killed with -9 again and again while they ring, each time another one, and started anew. */
export async function killsRun(engine: string, more: Environment, { people, kills, clocks, lanes }: Kills): Promise<Finding[]> {
  const sandbox = await startChaosSandbox();
  const env = environment(newFolder(), sandbox.url, { ...more, DOORBELL_LANES: String(lanes) });
  const town = await chaosTown(env, sandbox, people);
  sandbox.setFault({ path: sendPath, delayMs: 20 });
  const business = { business: justBefore, at: Date.now() };
  const start = (replica: number): Promise<Replica> => startProgram('../chaos/replica.js', { env, ...business, business: business.business + (clocks[replica] ?? 0) * minute } satisfies ReplicaInput);
  const replicas = await Promise.all(clocks.map((_, at) => start(at)));
  const done = await killed({ town, sandbox, replicas, start, kills });
  await settled(town);
  const state = await stateOf(town, monday, creditsEach - 1);
  const twice = duplicates(town, sandbox);
  for (const replica of replicas) replica.kill();
  await town.app.close();
  await sandbox.close();
  return findings(`${engine}, ${clocks.length} × ${lanes} lanes, clocks ${clocks.join(' / ')} min`, { state, twice, done, kills, lanes });
}

type Replica = Program<{ readonly url: string }>;

interface Killing {
  readonly town: ChaosTown;
  readonly sandbox: Sandbox;
  readonly replicas: Replica[];
  readonly start: (at: number) => Promise<Replica>;
  readonly kills: number;
}

/** One kill for each share of the messages, so that they are spread over the whole push. Answers how many there were. */
async function killed({ town, sandbox, replicas, start, kills }: Killing): Promise<number> {
  let done = 0;
  for (; done < kills; done += 1) {
    const share = ((done + 0.5) / kills) * town.bound.length;
    const until = Date.now() + patienceMs;
    while ((sandbox.calls()[sendPath] ?? 0) < share && Date.now() < until) await pause(5);
    const at = done % replicas.length;
    replicas[at]?.kill();
    await replicas[at]?.over;
    replicas[at] = await start(at);
  }
  return done;
}

async function settled(town: ChaosTown): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await stateOf(town, monday, creditsEach - 1)).settled && Date.now() < until) await pause(250);
}

function duplicates({ bound }: ChaosTown, sandbox: Sandbox): { twice: number; never: number } {
  const rung = bound.map(({ openid }) => sandbox.listMessages(openid).total);
  return { twice: rung.reduce((sum, times) => sum + Math.max(0, times - 1), 0), never: rung.filter((times) => times === 0).length };
}

function findings(where: string, { state, twice, done, kills, lanes }: { state: State; twice: { twice: number; never: number }; done: number; kills: number; lanes: number }): Finding[] {
  return [
    finding(`${where}: kill -9`, done, kills),
    finding(`${where}: pushes`, state.pushes, 1),
    finding(`${where}: inbox rows`, state.inbox, state.active),
    finding(`${where}: members whose phone never rang`, twice.never, 0),
    finding(`${where}: doorbells not written down as sent`, state.unsent, 0),
    finding(`${where}: rung twice`, twice.twice, kills * lanes, 'at most'),
    finding(`${where}: doorbells still waiting or leased`, state.waiting + state.leases, 0),
    finding(`${where}: members whose credits are wrong`, state.wrongCredits, 0),
  ];
}
