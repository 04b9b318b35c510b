// `npm run check`: what holds for every file. One line a check; ends with `N checks passed`.
import { availableParallelism } from 'node:os';
import { dependencies } from './checks/dependencies.mjs';
import { freshEnvExample } from './checks/env-example.mjs';
import { lockfile } from './checks/lockfile.mjs';
import { names } from './checks/names.mjs';
import { phones } from './checks/phones.mjs';
import { places } from './checks/places.mjs';
import { selfTest } from './checks/self.mjs';
import { sizes } from './checks/sizes.mjs';
import { taro } from './checks/taro.mjs';
import { types } from './checks/types.mjs';
import { words } from './checks/words.mjs';
import { install, requireNode20 } from './lib/steps.mjs';

requireNode20();
await install();

/** Those that run a process of their own come first. */
const checks = [...types, dependencies, selfTest, freshEnvExample, names, sizes, words, taro, phones, places, lockfile];
const shown = 40;
const failed = [];

async function judge({ name, run }) {
  const faults = await run().catch((error) => [error.stack ?? String(error)]);
  if (faults.length === 0) return console.log(`✓ ${name}`);
  failed.push(name);
  const more = faults.length > shown ? [`… and ${faults.length - shown} more`] : [];
  console.log([`✗ ${name}`, ...faults.slice(0, shown), ...more].join('\n    '));
}

async function lane(queue) {
  for (let check = queue.shift(); check; check = queue.shift()) await judge(check);
}

const queue = [...checks];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, () => lane(queue)));
if (failed.length > 0) console.log(`\n${failed.length} failed: ${failed.join('; ')}`);
console.log(`${checks.length - failed.length} checks passed`);
process.exit(failed.length > 0 ? 1 : 0);
