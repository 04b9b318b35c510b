import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { httpJson } from './http-json';
import { keepSeeded, takeSeeded } from './seeded-town';

const root = path.resolve(__dirname, '..', '..', '..');

/** The built demo: the real server, a sample town and a WeChat sandbox, on a port and a folder of its own. */
export interface DemoServer {
  readonly url: string;
  /** Where its data lies, for a command beside it. */
  readonly dataDir: string;
  /** Ends it the hard way, as a power cut would; `start` again keeps the data. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** The sample town is seeded for the first server of a run; the others begin with a copy of its folder. */
export async function startDemoServer(env: Record<string, string> = {}): Promise<DemoServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'weidangxiao-demo-'));
  if (!takeSeeded(dataDir)) {
    const first = await startIn(dataDir, {});
    await first.end();
    keepSeeded(dataDir);
  }
  return startIn(dataDir, env);
}

async function startIn(dataDir: string, env: Record<string, string>): Promise<DemoServer & { end(): Promise<void> }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await ended;
  };
  const server = {
    url,
    dataDir,
    end: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async start() {
      child = spawn(process.execPath, ['--enable-source-maps', path.join(root, 'server', 'dist', 'demo', 'main.js')], {
        env: { ...process.env, NODE_OPTIONS: '', RATE_LIMIT_FACTOR: '20', ...env, PORT: String(port), DATA_DIR: dataDir },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr?.on('data', (data) => (said += String(data)));
      await healthy(url, () => child?.exitCode ?? null, () => said);
    },
    async stop() {
      await end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  try {
    await server.start();
  } catch (error) {
    // Nothing that was started outlives a test that could not use it.
    await server.kill();
    throw error;
  }
  return server;
}

async function healthy(url: string, exitCode: () => number | null, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 3000; attempt += 1) {
    if (exitCode() !== null) throw new Error(`the demo ended while starting: ${said().slice(-2000)}`);
    const answer = await httpJson('GET', `${url}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(100);
  }
  throw new Error('the demo did not start within five minutes');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
