import 'reflect-metadata';
import { cleanUp } from '../bench/processes.ts';
import { type Environment } from './chaos-town.ts';
import type { Finding } from './figures.ts';
import { killsRun } from './kills.ts';
import { startsRun } from './starts.ts';
import { stopsRun } from './stops.ts';
import { emptyPlaces } from '../bench/engines.ts';

/** Prints each promise with what was seen. `--short` is what `npm test` runs. Ends with 1 when a promise is broken. */
const isShort = process.argv.includes('--short');
const kills = isShort ? { people: 1_000, kills: 4, lanes: 8 } : { people: 10_000, kills: 20, lanes: 8 };
const rounds = isShort ? 10 : 100;

let broken = 0;
let held = 0;

function tell(findings: readonly Finding[]): void {
  for (const { name, seen, promised, holds } of findings) {
    process.stdout.write(`${holds ? 'holds ' : 'BROKEN'}  ${name}: ${seen}, promised ${promised}\n`);
    if (holds) held += 1;
    else broken += 1;
  }
}

function onMariadb(url: string): Environment {
  return { DATABASE_URL: url, DATABASE_POOL: '12' };
}

async function placesFor(name: string): Promise<{ engine: string; more: Environment; isShared: boolean }[]> {
  const places = await emptyPlaces(`chaos_${name}`, process.env['CHAOS_MARIADB_URL']);
  return places.map(({ engine, mariadb }) => ({ engine, isShared: mariadb !== undefined, more: mariadb ? onMariadb(mariadb) : {} }));
}

try {
  for (const { engine, more, isShared } of await placesFor('kills')) tell(await killsRun(engine, more, { ...kills, clocks: isShared ? [-10, 10] : [0] }));
  for (const { engine, more } of await placesFor('starts')) tell(await startsRun(engine, more, rounds));
  for (const { engine, more } of await placesFor('stops')) tell(await stopsRun(engine, more, 500));
  process.stdout.write(`${held} held, ${broken} broken\n`);
  process.exitCode = broken > 0 ? 1 : 0;
} finally {
  await cleanUp();
}
