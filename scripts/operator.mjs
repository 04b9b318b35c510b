// `npm run operator -- …`: the host's own commands, on the environment of the server.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildServer } from './lib/builds.mjs';
import { install, node24, requireNode20, root } from './lib/steps.mjs';

requireNode20();
await install();
await buildServer();
const operator = spawn(node24, [join(root, 'server', 'dist', 'src', 'operator.js'), ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
operator.on('exit', (code) => process.exit(code ?? 1));
