// `npm run chaos`: what the push promises, while replicas and Redis are killed, clocks lie and the host says stop, on both engines.
// `--short` is what `npm test` runs. Ends with `N held, N broken`.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildServer } from './lib/builds.mjs';
import { install, node24, requireNode20, root } from './lib/steps.mjs';
import { startThrowawayMariadb } from './lib/throwaway-mariadb.mjs';
import { findTools } from './lib/tools.mjs';

requireNode20();
await install();
await buildServer();
const { mariadbd, redis } = findTools();
const mariadb = mariadbd ? await startThrowawayMariadb(mariadbd) : null;
if (!mariadb) console.log('· 这台机器没有 MariaDB，只在 SQLite 上试');
const args = ['--enable-source-maps', join(root, 'server', 'dist', 'chaos', 'main.js'), ...process.argv.slice(2)];
const env = { ...process.env, ...(mariadb && { CHAOS_MARIADB_URL: mariadb.url }), ...(redis && { CHAOS_REDIS_SERVER: redis }) };
const chaos = spawn(node24, args, { cwd: root, stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => chaos.kill(signal));
chaos.on('exit', async (code) => {
  await mariadb?.stop();
  process.exit(code ?? 1);
});
