// A MariaDB of its own for one test run: a free port, a folder that is gone afterwards, durability off.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Both programs want to be told, as root too. */
const asUser = `--user=${userInfo().username}`;

const errorLog = 'error.log';
/** Servers that end because they were told to. */
const stopping = new WeakSet();

/** One that ends by itself takes a whole suite with it, so it says what it last wrote. */
function tellWhy(folder, how) {
  const log = join(folder, errorLog);
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  const fault = lines.findIndex((line) => /\[ERROR\]|assertion/i.test(line));
  console.error([`mariadbd ended by itself (${how}):`, ...(fault < 0 ? lines.slice(-20) : lines.slice(fault, fault + 40))].join('\n'));
}

/** Starts it and returns `{url, stop}`; the url names no database. */
export async function startThrowawayMariadb(mariadbd = 'mariadbd') {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'weidangxiao-mariadb-'));
  const data = join(folder, 'data');
  const installed = spawnSync('mariadb-install-db', ['--no-defaults', asUser, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'], { encoding: 'utf8' });
  if (installed.status !== 0) throw new Error(`mariadb-install-db: ${installed.stderr || installed.error}`);
  const port = await freePort();
  const server = spawn(mariadbd, options(data, folder, port), { stdio: 'ignore' });
  server.once('exit', (code, signal) => stopping.has(server) || tellWhy(folder, code ?? signal));
  await listening(port, server);
  return { url: `mariadb://root@127.0.0.1:${port}`, port, pid: server.pid, stop: () => stop(server, folder) };
}

function options(data, folder, port) {
  return [
    ...['--no-defaults', asUser, `--datadir=${data}`, `--socket=${join(folder, 'socket')}`, `--port=${port}`, '--bind-address=127.0.0.1', `--log-error=${join(folder, errorLog)}`],
    ...['--character-set-server=utf8mb4', '--collation-server=utf8mb4_unicode_ci', '--default-time-zone=+00:00'],
    ...['--innodb-flush-log-at-trx-commit=0', '--sync-binlog=0', '--innodb-buffer-pool-size=256M', '--max-connections=400'],
  ];
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function listening(port, server) {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (server.exitCode !== null) throw new Error('mariadbd ended while starting');
    if (await answers(port)) return;
    await wait(100);
  }
  throw new Error('mariadbd did not start within 20 s');
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true) || socket.destroy()).once('error', () => resolve(false));
  });
}

async function stop(server, folder) {
  stopping.add(server);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await Promise.race([ended, wait(10_000).then(() => server.kill('SIGKILL'))]);
  rmSync(folder, { recursive: true, force: true });
}
