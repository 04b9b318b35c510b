// Runs dependency-cruiser over everything and words its findings; nouns that need each other in a ring are found here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { node24, root, run } from '../lib/steps.mjs';

const folders = ['shared/src', 'shared/test', 'server/src', 'server/sandbox', 'server/demo', 'server/test', 'server/bench', 'server/chaos', 'miniapp/src', 'miniapp/desk', 'miniapp/test'];

export const dependencies = {
  name: 'dependencies point the right way',
  run: () => dependencyFaults(root, folders),
};

/** Faults of the folders under `base`, which may be a small tree of a test. */
export async function dependencyFaults(base, wanted) {
  const present = wanted.filter((folder) => existsSync(join(base, folder)));
  const bin = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const args = [bin, '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', ...present];
  const output = await run(node24, args, { cwd: base }).catch((error) => error.output ?? Promise.reject(error));
  const { modules, summary } = parsed(output);
  return [...byRule(summary), ...rings(modules)];
}

/** One fault a rule: what to do, then every import (or file) that breaks it. */
function byRule({ violations, ruleSetUsed }) {
  return ruleSetUsed.forbidden.flatMap(({ name, comment }) => {
    const found = [...new Set(violations.filter(({ rule }) => rule.name === name).map(placeOf))];
    return found.length > 0 ? [[`${comment} (${name})`, ...found].join('\n      ')] : [];
  });
}

function parsed(output) {
  try {
    return JSON.parse(output);
  } catch {
    throw new Error(`dependency-cruiser could not do its work:\n${output.slice(0, 2000)}`);
  }
}

function placeOf({ rule, from, to, cycle }) {
  if (rule.name === 'every-server-file-is-used') return to;
  return `${from} → ${cycle?.map(({ name }) => name).join(' → ') ?? to}`;
}

const nounOf = (path) => /^server\/src\/(?!platform\/|migrations\/)([^/]+)\//.exec(path)?.[1];

const ringComment = 'Nouns that need each other in a ring cannot be understood apart: move the shared part to a third noun or to shared/src/rules.';

/** Nouns that import each other in a ring, whichever files do it. Types cost nothing at run time and are left out. */
function rings(modules) {
  const edges = new Map();
  for (const { source, dependencies: imports } of modules) {
    const from = nounOf(source);
    if (!from || /\.spec\.ts$/.test(source)) continue;
    for (const { resolved, dependencyTypes } of imports) {
      const to = nounOf(resolved);
      if (!to || to === from || dependencyTypes.includes('type-only')) continue;
      edges.set(from, (edges.get(from) ?? new Map()).set(to, `${source} → ${resolved}`));
    }
  }
  return [...edges.keys()].flatMap((start) => {
    const ring = ringFrom(start, edges);
    return ring ? [[`${ringComment} (no-rings-of-nouns)`, ...ring].join('\n      ')] : [];
  });
}

/** The imports of the shortest way back to `start`, told once per ring (by its alphabetically first noun). */
function ringFrom(start, edges) {
  const queue = [[start, []]];
  const seen = new Set();
  for (const [noun, way] of queue) {
    for (const [next, told] of edges.get(noun) ?? []) {
      if (next === start) return [...way, told];
      if (seen.has(next) || next < start) continue;
      seen.add(next);
      queue.push([next, [...way, told]]);
    }
  }
  return null;
}
