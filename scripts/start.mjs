// `npm start`: from a bare clone to a running sample town.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildDesk, buildH5, buildServer } from './lib/builds.mjs';
import { install, node24, requireNode20, root, serverFlags } from './lib/steps.mjs';

requireNode20();

try {
  await install();
  await buildServer();
  await buildH5();
  await buildDesk();
} catch (error) {
  console.error(`\n没能启动：${error.message}`);
  process.exit(1);
}

const env = { DATA_DIR: join(root, '.data'), ...process.env };
const server = spawn(node24, [...serverFlags, join(root, 'server', 'dist', 'demo', 'main.js')], { cwd: root, env, stdio: 'inherit' });
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
