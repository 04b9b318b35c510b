// Shared by the verbs. Runs on Node >= 20 with nothing installed: only Node's own modules may be imported here.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const cacheDir = join(root, '.cache');

/** The Node 24 that comes as a package; everything but the bootstrap runs on it. */
export const node24 = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
/** How the server is run, and all that is measured against it (docs/decisions/018-memory.md); the Dockerfile says the same. */
export const serverFlags = ['--enable-source-maps', '--max-semi-space-size=16', '--heap-growing-percent=30'];

export function requireNode20() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= 20) return;
  console.error(`需要 Node 20 或更新的版本，现在是 ${process.versions.node}。`);
  process.exit(1);
}

const pulseMs = 15_000;

/** Says what is going on, runs `work`, says how long it took; meanwhile a line now and then, with what `progress` tells. */
export async function step(title, work, progress = () => '还在进行') {
  const began = Date.now();
  const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
  console.log(`· ${title} …`);
  const pulse = setInterval(() => console.log(`  ${title}：${progress()}，${Math.round(seconds())} 秒`), pulseMs);
  try {
    const result = await work();
    console.log(`  ${title}：完成，${seconds()} 秒`);
    return result;
  } finally {
    clearInterval(pulse);
  }
}

/** Runs a command; its output is kept and shown only when it fails, unless `show`. `heard` gets it piece by piece. */
export function run(command, args, { cwd = root, env = {}, show = false, heard = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (data) => {
      output += data;
      heard(String(data));
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new CommandFailed(`${command} ${args.join(' ')}`, code, output))));
  });
}

export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}\n${output.split('\n').slice(-40).join('\n')}`);
    this.output = output;
  }
}

/** Runs a script of a workspace package on the pinned Node. */
export function runIn(pkg, script, options = {}) {
  const { scripts } = JSON.parse(readFileSync(join(root, pkg, 'package.json'), 'utf8'));
  const bins = [join(root, pkg, 'node_modules', '.bin'), join(root, 'node_modules', '.bin'), dirname(node24)];
  const env = { ...options.env, PATH: [...bins, process.env.PATH].join(process.platform === 'win32' ? ';' : ':') };
  if (!scripts?.[script]) throw new Error(`${pkg} has no script ${script}`);
  return run('sh', ['-c', [scripts[script], ...(options.args ?? [])].join(' ')], { ...options, cwd: join(root, pkg), env });
}

/** Installs exactly what the lock file says, once per lock file. */
export async function install() {
  const stamp = join(root, 'node_modules', '.installed');
  const wanted = fingerprint(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'shared/package.json', 'server/package.json', 'miniapp/package.json']);
  if (existsSync(node24) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await step('安装依赖（第一次要一两分钟）', () => run('npx', ['-y', packageManager, 'install', '--frozen-lockfile'], { env: { CI: 'true' } }));
  writeFileSync(stamp, wanted);
}

/** Builds a target unless its sources are as they were when it was last built. */
export async function build(name, title, sources, output, work) {
  const stamp = join(cacheDir, `${name}.built`);
  const wanted = fingerprint(sources);
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step(title, work);
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(stamp, wanted);
}

/** A hash over the contents of files and folders (paths from the root). */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of filesUnder(join(root, path))) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => !['node_modules', 'dist', '.swc'].includes(name))
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
