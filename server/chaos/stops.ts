import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { newFolder, startProgram } from '../bench/processes.ts';
import { chaosTown, creditsEach, environment, type Environment, justBefore, monday, sendPath, startChaosSandbox } from './chaos-town.ts';
import { finding, type Finding } from './figures.ts';
import type { ReplicaInput } from './replica.ts';
import { stateOf } from './state.ts';

const connections = 32;
const withinMs = 10_000;

/** SIGTERM while it rings and answers: what was begun is finished, nothing is left behind, within ten seconds. */
export async function stopsRun(engine: string, more: Environment, people: number): Promise<Finding[]> {
  const sandbox = await startChaosSandbox();
  const env = environment(newFolder(), sandbox.url, more);
  const town = await chaosTown(env, sandbox, people);
  sandbox.setFault({ path: sendPath, delayMs: 50 });
  const replica = await startProgram<{ url: string }>('../chaos/replica.js', { env, business: justBefore, at: Date.now() } satisfies ReplicaInput);
  const load = new Load(replica.said.url);
  while ((sandbox.calls()[sendPath] ?? 0) < 50) await pause(5);
  const began = performance.now();
  replica.terminate();
  await replica.over;
  const took = performance.now() - began;
  const { answered, failures } = await load.end();
  const state = await stateOf(town, monday, creditsEach - 1);
  await town.app.close();
  await sandbox.close();
  const where = `${engine}, SIGTERM under load`;
  return [
    finding(`${where}: requests that failed (of ${answered + failures.length}${failures.length > 0 ? `: ${failures.join(', ')}` : ''})`, failures.length, 0),
    finding(`${where}: ms until it had ended`, Math.round(took), withinMs, 'at most'),
    finding(`${where}: leases left`, state.leases, 0),
  ];
}

/** Asks on every connection again as soon as it has its answer, until nobody accepts connections any more. */
class Load {
  private answered = 0;
  private readonly failures: string[] = [];
  private readonly pool: Pool;
  private readonly lanes: Promise<void>[];

  constructor(url: string) {
    this.pool = new Pool(url, { connections, pipelining: 1 });
    this.lanes = Array.from({ length: connections }, () => this.lane());
  }

  async end(): Promise<{ answered: number; failures: readonly string[] }> {
    await Promise.all(this.lanes);
    await this.pool.destroy();
    return { answered: this.answered, failures: this.failures };
  }

  private async lane(): Promise<void> {
    for (;;) {
      try {
        const { statusCode, body } = await this.pool.request({ method: 'GET', path: '/api/weeks/current?town=longfeng' });
        await body.dump();
        if (statusCode < 500) this.answered += 1;
        else this.failures.push(String(statusCode));
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        // Not accepted at all: a balancer asks another replica.
        if (code !== 'ECONNREFUSED') this.failures.push(code ?? message);
        return;
      }
    }
  }
}
