import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const startsWithinMs = 60_000;
const stopsWithinMs = 10_000;
const running = new Set<ChildProcess>();

/** A server of somebody else's that a run needs, on a port of its own. */
export interface Daemon {
  readonly port: number;
  /** As a power cut does; answers when it has ended. */
  kill(): Promise<void>;
}

/** Starts it and waits until it takes connections. */
export async function startDaemon(program: string, args: readonly string[], port: number): Promise<Daemon> {
  const child = spawn(program, args, { stdio: 'ignore' });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  const until = Date.now() + startsWithinMs;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > until) throw new Error(`${program} did not start on port ${port}`);
    await pause(50);
  }
  return { port, kill: () => ended(child, 'SIGKILL') };
}

/** Those that still run, by their ids. */
export async function endDaemons(): Promise<void> {
  await Promise.all([...running].map((child) => Promise.race([ended(child, 'SIGTERM'), pause(stopsWithinMs).then(() => ended(child, 'SIGKILL'))])));
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const over = once(child, 'exit');
  child.kill(signal);
  await over;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('connect', () => socket.destroy()).once('error', () => resolve(false));
  });
}

/** A port on this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
