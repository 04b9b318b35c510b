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

/** Starts one of the programs beside this file; answers what it says first. Its log goes nowhere, as it would to a pipe. */
export async function startProgram<T>(name: string, input: object): Promise<T> {
  const file = path.join(import.meta.dirname, name);
  const child = fork(file, [JSON.stringify(input)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  children.add(child);
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
}

/** What the parent gave to this program. */
export function inputOf<T>(): T {
  return JSON.parse(process.argv[2] ?? '{}') as T;
}

export async function cleanUp(): Promise<void> {
  await Promise.all([...children].map((child) => (child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve) && child.kill()) : undefined)));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
