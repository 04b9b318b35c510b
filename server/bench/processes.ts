import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const children = new Set<ChildProcess>();
const folders = new Set<string>();

/** A folder that is gone when the benchmark ends. On a real disk: durability is part of what is measured. */
export function newFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'weidangxiao-bench-'));
  folders.add(folder);
  return folder;
}

export interface Program<T> {
  /** What it said first. */
  readonly said: T;
  /** Processor time that it has used so far, microseconds. */
  cpu(): Promise<number>;
  /** As a power cut does. */
  kill(): void;
  /** As a host does that wants it to end. */
  terminate(): void;
  /** When it has ended, in whatever way: its exit code; null for one that was killed. */
  readonly over: Promise<number | null>;
}

/** Starts one of the programs beside this file. Its log goes nowhere, as it would to a pipe. */
export async function startProgram<T>(name: string, input: object): Promise<Program<T>> {
  const file = path.join(import.meta.dirname, name);
  const child = fork(file, [JSON.stringify(input)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.add(child);
  const answer = <A>(): Promise<A> => new Promise((resolve) => child.once('message', (message) => resolve(message as A)));
  const ended = new Promise<never>((_, reject) => child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`))));
  ended.catch(() => undefined);
  const said = await Promise.race([answer<T>(), ended]);
  return {
    said,
    over: new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.once('exit', (code) => resolve(code)) : resolve(child.exitCode))),
    kill: () => void child.kill('SIGKILL'),
    terminate: () => void child.kill('SIGTERM'),
    cpu() {
      child.send('cpu');
      return Promise.race([answer<number>(), ended]);
    },
  };
}

/** What the parent gave to this program. */
export function inputOf<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}

/** Tells the parent that this program is ready; from then on it answers how much processor time it used. */
export function ready(started: object): void {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.send?.(started);
}

export async function cleanUp(): Promise<void> {
  await Promise.all([...children].map((child) => (child.exitCode === null && child.signalCode === null ? new Promise((resolve) => child.once('exit', resolve) && child.kill()) : undefined)));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
