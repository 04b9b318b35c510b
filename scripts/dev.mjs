// `npm run dev`: the demo server, the phone's pages and the console, each built anew when a file changes.
import { delimiter, join } from 'node:path';
import { start } from './lib/processes.mjs';
import { install, node24, requireNode20, root, serverFlags } from './lib/steps.mjs';

requireNode20();
await install();

const port = process.env.PORT ?? '3000';
const api = `http://127.0.0.1:${port}`;
const path = (pkg) => [join(root, pkg, 'node_modules', '.bin'), join(root, 'node_modules', 'node', 'bin'), process.env.PATH].join(delimiter);
const server = { cwd: join(root, 'server'), env: { PATH: path('server') } };
const miniapp = { cwd: join(root, 'miniapp'), env: { PATH: path('miniapp'), API_URL: api } };

let serving = false;

/** The first compilation touches every file; the server starts after it, and again after each later one. */
function serveOnceCompiled(line) {
  if (serving || !/Successfully compiled/.test(line)) return;
  serving = true;
  const env = { ...server.env, MODE: 'demo', PORT: port, DATA_DIR: process.env.DATA_DIR ?? join(root, '.data') };
  start('服务端', node24, ['--watch', '--watch-preserve-output', ...serverFlags, 'dist/demo/main.js'], { ...server, env });
}

start('编译', 'swc', ['src', 'sandbox', 'demo', 'bench', '-d', 'dist', '--watch'], { ...server, heard: serveOnceCompiled });
// CI: plain lines instead of a moving progress bar.
start('手机', 'taro', ['build', '--type', 'h5', '--watch'], { ...miniapp, env: { ...miniapp.env, NODE_ENV: 'development', CI: 'true' } });
start('管理端', 'vite', ['-c', 'desk/vite.config.ts', '--host', '127.0.0.1', '--clearScreen', 'false'], { ...miniapp, env: { ...miniapp.env, VITE_CONFIG_NATIVE_IGNORE_WARNING: 'true' } });
console.log(`改了文件就会重新编译。服务端 ${api} ，手机页面 http://127.0.0.1:10086/ ，管理端 http://127.0.0.1:5173/desk/ ，按Ctrl+C停下。`);
