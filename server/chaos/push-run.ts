import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { newFolder, type Program, startProgram } from '../bench/processes.ts';
import { type ChaosTown, chaosTown, creditsEach, environment, type Environment, justBefore, monday, sendPath, startChaosSandbox } from './chaos-town.ts';
import { finding, type Finding } from './figures.ts';
import type { ReplicaInput } from './replica.ts';
import { type State, stateOf } from './state.ts';

export interface ReplicaPlan {
  /** How far its clock is off. */
  readonly minutesOff: number;
  /** What it is told besides what all are told. */
  readonly more?: Environment;
}

/** A Monday's push, and what happens to it on its way. */
export interface PushPlan {
  readonly engine: string;
  readonly more: Environment;
  readonly people: number;
  readonly replicas: readonly ReplicaPlan[];
  readonly lanes: number;
  /** One for each share of the messages, so that they are spread over the whole push. */
  readonly blows: number;
  readonly strike: (nth: number, push: Push) => Promise<void>;
  /** How many phones may ring twice for it. */
  readonly mayRingTwice: number;
  /** What else is promised; asked when the push is over and before the replicas end. */
  readonly afterwards?: (push: Push) => Promise<Finding[]>;
}

export type Replica = Program<{ readonly url: string }>;

/** A push under way. */
export interface Push {
  readonly town: ChaosTown;
  readonly sandbox: Sandbox;
  readonly replicas: Replica[];
  readonly start: (replica: number) => Promise<Replica>;
}

const minute = 60_000;
/** A limit against hanging. */
const patienceMs = 10 * minute;

/** Plays it, and counts what came of it. */
export async function pushRun(plan: PushPlan): Promise<Finding[]> {
  const push = await begun(plan);
  await struck(plan, push);
  await settled(push.town);
  const state = await stateOf(push.town, monday, creditsEach - 1);
  const found = [...findings(plan, state, rung(push)), ...((await plan.afterwards?.(push)) ?? [])];
  for (const replica of push.replicas) replica.kill();
  await push.town.app.close();
  await push.sandbox.close();
  return found;
}

async function begun({ more, people, replicas: planned, lanes }: PushPlan): Promise<Push> {
  const sandbox = await startChaosSandbox();
  const env = environment(newFolder(), sandbox.url, { ...more, DOORBELL_LANES: String(lanes) });
  const town = await chaosTown(env, sandbox, people);
  sandbox.setFault({ path: sendPath, delayMs: 20 });
  const at = Date.now();
  const start = (replica: number): Promise<Replica> => {
    const { minutesOff = 0, more: own } = planned[replica] ?? {};
    return startProgram('../chaos/replica.js', { env: { ...env, ...own }, business: justBefore + minutesOff * minute, at } satisfies ReplicaInput);
  };
  return { town, sandbox, start, replicas: await Promise.all(planned.map((_, replica) => start(replica))) };
}

async function struck({ blows, strike }: PushPlan, push: Push): Promise<void> {
  for (let nth = 0; nth < blows; nth += 1) {
    const share = ((nth + 0.5) / blows) * push.town.bound.length;
    const until = Date.now() + patienceMs;
    while ((push.sandbox.calls()[sendPath] ?? 0) < share && Date.now() < until) await pause(5);
    await strike(nth, push);
  }
}

async function settled(town: ChaosTown): Promise<void> {
  const until = Date.now() + patienceMs;
  while (!(await stateOf(town, monday, creditsEach - 1)).settled && Date.now() < until) await pause(250);
}

interface Rung {
  readonly twice: number;
  readonly never: number;
}

function rung({ town, sandbox }: Push): Rung {
  const times = town.bound.map(({ openid }) => sandbox.listMessages(openid).total);
  return { twice: times.reduce((sum, one) => sum + Math.max(0, one - 1), 0), never: times.filter((one) => one === 0).length };
}

function findings({ engine, replicas, lanes, mayRingTwice }: PushPlan, state: State, { twice, never }: Rung): Finding[] {
  const where = `${engine}, ${replicas.length} × ${lanes} lanes, clocks ${replicas.map(({ minutesOff }) => minutesOff).join(' / ')} min`;
  return [
    finding(`${where}: pushes`, state.pushes, 1),
    finding(`${where}: inbox rows`, state.inbox, state.active),
    finding(`${where}: members whose phone never rang`, never, 0),
    finding(`${where}: doorbells not written down as sent`, state.unsent, 0),
    finding(`${where}: rung twice`, twice, mayRingTwice, 'at most'),
    finding(`${where}: doorbells still waiting or leased`, state.waiting + state.leases, 0),
    finding(`${where}: members whose credits are wrong`, state.wrongCredits, 0),
  ];
}
