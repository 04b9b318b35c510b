import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../src/platform/database/database.ts';
import type { Environment } from './chaos-town.ts';
import { collisionsRun } from './collisions.ts';
import { finding, type Finding } from './figures.ts';
import { GaleraCluster, type GaleraTools } from './galera-cluster.ts';
import { type Push, pushRun } from './push-run.ts';
import { startRedis } from './redis.ts';

const lanes = 8;
const quietWithinMs = 30_000;
/** What a push writes. */
const counted = ['theme_pushes', 'deliveries', 'doorbells', 'doorbell_rounds', 'subscription_credits', 'audit_rows', 'members', 'operators'];

/**
 * Two replicas on three database nodes, one of which is killed with -9 when half is sent: the one that both write to, or, with `writers` 2,
 * the one that the first writes to while the second writes to another and their commits collide.
 */
export async function galeraRun(tools: GaleraTools, redisServer: string | undefined, people: number, writers: 1 | 2): Promise<Finding[]> {
  const cluster = await GaleraCluster.start(tools);
  const redis: Environment = redisServer ? (await startRedis(redisServer)).env : {};
  const engine = `Galera, ${writers === 1 ? 'one writing node' : 'two writing nodes'}`;
  const gap = new Gap();
  const strike = async (_: number, push: Push): Promise<void> => {
    gap.watch(push);
    await cluster.kill(0);
  };
  const replicas = [{ minutesOff: -10 }, { minutesOff: 10, more: { DATABASE_URL: cluster.url(writers - 1) } }];
  const more = { DATABASE_URL: cluster.url(), DATABASE_POOL: '12', ...redis };
  return pushRun({ engine, more, people, lanes, replicas, blows: 1, strike, mayRingTwice: replicas.length * lanes, afterwards: (push) => after(engine, cluster, gap, push) });
}

async function after(engine: string, cluster: GaleraCluster, gap: Gap, push: Push): Promise<Finding[]> {
  const longest = await gap.end();
  await cluster.join(0);
  const differing: string[] = [];
  for (const table of counted) if (new Set(await cluster.everywhere(`SELECT COUNT(*) FROM chaos.${table}`)).size !== 1) differing.push(table);
  return [
    finding(`${engine}: ms until a write and both replicas answered again after a node was killed`, longest, quietWithinMs, 'at most'),
    finding(`${engine}: tables that differ on the node that joined again${differing.length > 0 ? `: ${differing.join(', ')}` : ''}`, differing.length, 0),
    ...(await collisionsRun(engine, cluster, push)),
  ];
}

/** From a blow on until a write and each replica answer: asked again and again. */
class Gap {
  private took: Promise<number> = Promise.resolve(0);

  watch({ town, replicas }: Push): void {
    const began = performance.now();
    const database = town.app.get(Database);
    const all = (): Promise<unknown> =>
      Promise.all([
        database.write(() => database.run('INSERT INTO operators (id, name, created_at) VALUES (?, ?, ?)', [randomUUID(), '还能写吗', Date.now()])),
        ...replicas.map(async ({ said }) => {
          const { status } = await fetch(`${said.url}/healthz`);
          if (status !== 200) throw new Error(`answered ${status}`);
        }),
      ]);
    const again = async (): Promise<number> => {
      // The node may still be there at the first question.
      await pause(500);
      while (performance.now() - began < 4 * quietWithinMs) {
        try {
          await all();
          return Math.round(performance.now() - began);
        } catch {
          await pause(100);
        }
      }
      return Infinity;
    };
    this.took = again();
  }

  end(): Promise<number> {
    return this.took;
  }
}
