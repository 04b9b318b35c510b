import { databaseAddress } from '../src/platform/config/database-url.ts';
import { Database } from '../src/platform/database/database.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { Log } from '../src/platform/log/log.ts';
import { finding, type Finding } from './figures.ts';
import type { GaleraCluster } from './galera-cluster.ts';
import type { Push } from './push-run.ts';

const each = 100;
const row = 'collisions';
/** Of two hundred: they do nothing else, and each tries four times. */
const mayGiveUp = 20;

/** Two nodes change one row at the same moment, again and again: the commit that comes second is refused, and done again. */
export async function collisionsRun(engine: string, cluster: GaleraCluster, { town }: Push): Promise<Finding[]> {
  const log = town.app.get(Log);
  const open = (from: number): Promise<Database> => openDatabase({ database: { engine: 'mariadb', connections: 4, ...addressOf(cluster, from) }, lockWaitMs: 4_000 }, { entities: [], migrations: [] }, log);
  const nodes = [await open(1), await open(2)];
  await town.app.get(Database).write(() => town.app.get(Database).run('INSERT INTO doorbell_paces (id, free_at) VALUES (?, 0)', [row]));
  const before = await cluster.conflicts();
  const done = (await Promise.all(nodes.map(added))).reduce((sum, one) => sum + one, 0);
  const conflicts = (await cluster.conflicts()) - before;
  for (const node of nodes) await node.close();
  const seen = new Set(await cluster.everywhere(`SELECT CAST(free_at AS SIGNED) AS n FROM chaos.doorbell_paces WHERE id = '${row}'`));
  return [
    finding(`${engine}: changes of one row by two nodes at once that were lost, or done twice (${done} answered, ${conflicts} commits refused on the way)`, seen.has(`[{"n":${done}}]`) && seen.size === 1 ? 0 : 1, 0),
    finding(`${engine}: of those, given up as busy`, nodes.length * each - done, mayGiveUp, 'at most'),
  ];
}

function addressOf(cluster: GaleraCluster, from: number): NonNullable<ReturnType<typeof databaseAddress>> {
  const address = databaseAddress(cluster.url(from).replace(/^mariadb:/, 'mysql:'));
  if (!address) throw new Error('The cluster has no address');
  return address;
}

/** How many were answered. */
async function added(database: Database): Promise<number> {
  let answered = 0;
  for (let at = 0; at < each; at += 1) {
    const isDone = await database.write(() => database.run('UPDATE doorbell_paces SET free_at = free_at + 1 WHERE id = ?', [row])).then(() => true, () => false);
    if (isDone) answered += 1;
  }
  return answered;
}
