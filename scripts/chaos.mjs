// `npm run chaos`: what the push promises, while replicas and Redis are killed, clocks lie and the host says stop, on both engines.
// `--short` is what `npm test` runs, `--galera` the three database nodes alone. Ends with `N held, N broken`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildServer } from './lib/builds.mjs';
import { install, node24, requireNode20, root, serverFlags } from './lib/steps.mjs';
import { startThrowawayMariadb } from './lib/throwaway-mariadb.mjs';
import { findTools } from './lib/tools.mjs';

requireNode20();
await install();
await buildServer();
const { mariadbd, redis } = findTools();
/** Where Debian puts it; MariaDB's server brings it along. */
const galera = ['/usr/lib/galera/libgalera_smm.so', '/usr/lib64/galera-4/libgalera_smm.so'].find((file) => existsSync(file));
const mariadb = mariadbd ? await startThrowawayMariadb(mariadbd) : null;
if (!mariadb) console.log('· 这台机器没有 MariaDB，只在 SQLite 上试');
const args = [...serverFlags, join(root, 'server', 'dist', 'chaos', 'main.js'), ...process.argv.slice(2)];
const env = { ...process.env, ...(mariadb && { CHAOS_MARIADB_URL: mariadb.url }), ...(redis && { CHAOS_REDIS_SERVER: redis }), ...(mariadbd && galera && { CHAOS_MARIADBD: mariadbd, CHAOS_GALERA: galera }) };
const chaos = spawn(node24, args, { cwd: root, stdio: 'inherit', env });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => chaos.kill(signal));
chaos.on('exit', async (code) => {
  await mariadb?.stop();
  process.exit(code ?? 1);
});
