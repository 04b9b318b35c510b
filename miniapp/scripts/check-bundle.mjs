// What must not reach a phone, and how large what reaches it may be. `node scripts/check-bundle.mjs weapp|h5`
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const miniapp = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const megabyte = 1024 * 1024;
/** WeChat refuses more than 2 MB for the main package and for each subpackage; the main one keeps some room. */
const limits = { main: 1.5 * megabyte, subpackage: 2 * megabyte, h5Scripts: 1.5 * megabyte };

/** Words that only the source in question brings along. */
const foreign = [
  ['zod', /ZodError|\$ZodType|_zod\b/],
  ['server code', /@nestjs|typeorm|better-sqlite3|fastify/i],
];

/** @returns every fault as a sentence; empty when the bundle is right. `target` is weapp or h5. */
export function bundleFaults(target) {
  const root = path.join(miniapp, process.env.DIST ?? 'dist', target);
  if (!existsSync(path.join(root, target === 'weapp' ? 'app.json' : 'index.html'))) return [`${root} is missing: run build:${target} first`];
  const files = readdirSync(root, { recursive: true }).map(String).filter((file) => statSync(path.join(root, file)).isFile());
  const inside = files.filter((file) => file.endsWith('.js')).flatMap((file) => foreignIn(root, file));
  return [...inside, ...(target === 'weapp' ? weappSizes(root, files) : h5Sizes(root, files)), ...tokenFaults()];
}

function foreignIn(root, file) {
  const text = readFileSync(path.join(root, file), 'utf8');
  return foreign.flatMap(([what, words]) => {
    const found = words.exec(text);
    return found ? [`${file} carries ${what} (${found[0]}): import only the zod-free files of shared, contracts with \`import type\``] : [];
  });
}

function weappSizes(root, files) {
  const { subPackages = [], subpackages = subPackages } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8'));
  const roots = subpackages.map(({ root: name }) => `${name.replace(/\/$/, '')}/`);
  const main = files.filter((file) => !roots.some((name) => file.startsWith(name)));
  return [
    ...tooLarge('the main package', bytes(root, main), limits.main),
    ...roots.flatMap((name) => tooLarge(`subpackage ${name}`, bytes(root, files.filter((file) => file.startsWith(name))), limits.subpackage)),
  ];
}

function h5Sizes(root, files) {
  return tooLarge('the scripts of h5', bytes(root, files.filter((file) => file.endsWith('.js'))), limits.h5Scripts);
}

/** Forced dark and the system's dark are two lists in tokens.css that have to be the same. */
function tokenFaults() {
  const css = readFileSync(path.join(miniapp, 'tokens', 'tokens.css'), 'utf8');
  const [forced, system] = [/\.app\.dark \{([^}]*)\}/, /\.app:not\(\.light\) \{([^}]*)\}/].map((block) => block.exec(css)?.[1].replace(/\s+/g, ' ').trim());
  return forced && forced === system ? [] : ['tokens.css: the two lists of dark values differ'];
}

function tooLarge(what, size, limit) {
  return size > limit ? [`${what} has ${(size / megabyte).toFixed(2)} MB, at most ${limit / megabyte} MB`] : [];
}

function bytes(root, files) {
  return files.reduce((sum, file) => sum + statSync(path.join(root, file)).size, 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = bundleFaults(process.argv[2] ?? 'weapp');
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
