import 'reflect-metadata';
import { cleanUp } from '../bench/processes.ts';
import { emptyPlaces } from '../bench/engines.ts';
import { type Environment } from './chaos-town.ts';
import { endDaemons } from './daemons.ts';
import type { Finding } from './figures.ts';
import { galeraRun } from './galera.ts';
import { killsRun } from './kills.ts';
import { redisGoneRun, startRedis } from './redis.ts';
import { startsRun } from './starts.ts';
import { stopsRun } from './stops.ts';

/** Prints each promise with what was seen. `--short` is what `npm test` runs, `--galera` the cluster alone. Ends with 1 when a promise is broken. */
const isShort = process.argv.includes('--short');
const kills = isShort ? { people: 1_000, kills: 4, lanes: 8 } : { people: 10_000, kills: 20, lanes: 8 };
/** In the short form there is one push with each of these besides. */
const killsWithRedis = isShort ? { people: 500, kills: 2, lanes: 8 } : kills;
const rounds = isShort ? 10 : 100;
const mariadbServer = process.env['CHAOS_MARIADB_URL'];
const { CHAOS_MARIADBD: mariadbd, CHAOS_GALERA: galera, CHAOS_GALERA_PEOPLE: galeraPeople = '2000' } = process.env;
const redisServer = process.env['CHAOS_REDIS_SERVER'];

let broken = 0;
let held = 0;

function tell(findings: readonly Finding[]): void {
  for (const { name, seen, promised, holds } of findings) {
    process.stdout.write(`${holds ? 'holds ' : 'BROKEN'}  ${name}: ${seen}, promised ${promised}\n`);
    if (holds) held += 1;
    else broken += 1;
  }
}

function skip(what: string, why: string): void {
  process.stdout.write(`skipped ${what}: ${why}\n`);
}

function onMariadb(url: string): Environment {
  return { DATABASE_URL: url, DATABASE_POOL: '12' };
}

async function placesFor(name: string): Promise<{ engine: string; more: Environment; isShared: boolean }[]> {
  const places = await emptyPlaces(`chaos_${name}`, mariadbServer);
  return places.map(({ engine, mariadb }) => ({ engine, isShared: mariadb !== undefined, more: mariadb ? onMariadb(mariadb) : {} }));
}

async function withRedis(): Promise<void> {
  if (!mariadbServer) return skip('with Redis', 'there is no MariaDB');
  if (!redisServer) return skip('with Redis', 'there is no redis-server; sh scripts/install-tools.sh redis-server brings it');
  const [, kept] = await placesFor('redis');
  const { env, server } = await startRedis(redisServer);
  tell(await killsRun('MariaDB with Redis', { ...kept?.more, ...env }, { ...killsWithRedis, clocks: [-10, 10] }));
  await server.kill();
  const [, gone] = await placesFor('redis_gone');
  tell(await redisGoneRun(redisServer, gone?.more ?? {}, killsWithRedis.people, kills.lanes));
}

async function onGalera(): Promise<void> {
  if (!mariadbd || !galera) return skip('on a galera cluster', 'there is no galera; sh scripts/install-tools.sh mariadb-server brings it');
  for (const writers of [1, 2] as const) {
    tell(await galeraRun({ mariadbd, galera }, redisServer, Number(galeraPeople), writers));
    await endDaemons();
  }
}

async function allElse(): Promise<void> {
  for (const { engine, more, isShared } of await placesFor('kills')) tell(await killsRun(engine, more, { ...kills, clocks: isShared ? [-10, 10] : [0] }));
  await withRedis();
  for (const { engine, more } of await placesFor('starts')) tell(await startsRun(engine, more, rounds));
  for (const { engine, more } of await placesFor('stops')) tell(await stopsRun(engine, more, 500));
}

async function end(): Promise<void> {
  await cleanUp();
  await endDaemons();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().then(() => process.exit(130)));
try {
  if (!process.argv.includes('--galera')) await allElse();
  if (!isShort) await onGalera();
  process.stdout.write(`${held} held, ${broken} broken\n`);
  process.exitCode = broken > 0 ? 1 : 0;
} finally {
  await end();
}
