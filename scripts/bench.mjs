// `npm run bench`: the hot paths beside the least that could do the same, in turns on this machine. Writes bench/latest.json.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildServer } from './lib/builds.mjs';
import { install, node24, requireNode20, root } from './lib/steps.mjs';

requireNode20();
await install();
await buildServer();
console.log('· 测量，约一分钟，期间不要用这台机器做别的 …');
const args = ['--enable-source-maps', join(root, 'server', 'dist', 'bench', 'main.js'), join(root, 'bench', 'latest.json')];
const bench = spawn(node24, args, { cwd: root, stdio: 'inherit' });
bench.on('exit', (code) => process.exit(code ?? 1));
