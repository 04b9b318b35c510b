// `npm run bench`: the hot paths beside the least that could do the same, in turns on this machine. Writes bench/latest.json. `-- fan-out month` measures only these.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildServer } from './lib/builds.mjs';
import { install, node24, requireNode20, root, serverFlags } from './lib/steps.mjs';
import { startThrowawayMariadb } from './lib/throwaway-mariadb.mjs';
import { findTools } from './lib/tools.mjs';

requireNode20();
await install();
await buildServer();
const { mariadbd } = findTools();
const mariadb = mariadbd ? await startThrowawayMariadb(mariadbd) : null;
if (!mariadb) console.log('· 这台机器没有 MariaDB，只量 SQLite');
console.log('· 测量，约四十分钟（-- fan-out 这样只量一部分），期间不要用这台机器做别的 …');
const args = [...serverFlags, join(root, 'server', 'dist', 'bench', 'main.js'), join(root, 'bench', 'latest.json'), ...process.argv.slice(2)];
const env = { ...process.env, ...(mariadb && { BENCH_MARIADB_URL: mariadb.url }) };
const bench = spawn(node24, args, { cwd: root, stdio: 'inherit', env });
bench.on('exit', async (code) => {
  await mariadb?.stop();
  process.exit(code ?? 1);
});
