import { newFolder } from '../bench/processes.ts';
import type { Environment } from './chaos-town.ts';
import { type Daemon, freePort, startDaemon } from './daemons.ts';
import { finding, type Finding } from './figures.ts';
import { type Push, pushRun } from './push-run.ts';

/** After that a replica ends itself, and not well. */
const stopsWithinMs = 10_000;

/** A Redis that keeps nothing, and the variable that leads to it. */
export async function startRedis(program: string): Promise<{ server: Daemon; env: Environment }> {
  const port = await freePort();
  const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: newFolder() };
  const server = await startDaemon(program, Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]), port);
  return { server, env: { REDIS_URL: `redis://127.0.0.1:${port}` } };
}

/** Redis is killed when half is sent and does not come back: the rest is found in the tables, and a stop does not wait for it. */
export async function redisGoneRun(program: string, more: Environment, people: number, lanes: number): Promise<Finding[]> {
  const { server, env } = await startRedis(program);
  const engine = 'MariaDB, Redis killed';
  // Nobody is killed whose lease would have to run out, and nothing may ring twice because an answer came late.
  const patient = { WECHAT_TIMEOUT_MS: '20000', DOORBELL_LEASE_MS: '30000' };
  const replicas = [{ minutesOff: 0 }, { minutesOff: 0 }];
  return pushRun({ engine, more: { ...more, ...env, ...patient }, people, lanes, replicas, blows: 1, strike: () => server.kill(), mayRingTwice: 0, afterwards: (push) => stops(engine, push) });
}

async function stops(engine: string, { replicas }: Push): Promise<Finding[]> {
  const began = performance.now();
  for (const replica of replicas) replica.terminate();
  const codes = await Promise.all(replicas.map(({ over }) => over));
  return [
    finding(`${engine}: replicas that did not end well after SIGTERM`, codes.filter((code) => code !== 0).length, 0),
    finding(`${engine}: ms until they had ended`, Math.round(performance.now() - began), stopsWithinMs, 'at most'),
  ];
}
