// Long-running processes of a verb: each line of output carries its name, and all of them end together.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const children = new Set();
let stopping = false;

/** Starts one in its own process group. `heard` gets each line; answer false there to keep it from being shown. */
export function start(name, command, args, { cwd, env, heard = () => true }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  children.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim() && heard(line) !== false) console.log(`${name}${'　'.repeat(3 - name.length)} │ ${line}`);
    });
  }
  child.on('error', (error) => endAll(`${name}：${error.message}`));
  child.on('exit', (code) => {
    children.delete(child);
    if (!stopping) void endAll(`${name}停了（${code}），全部停下。`, 1);
  });
}

/** Ends every process with its children, and this one; whoever does not listen is killed after 10 s. */
export async function endAll(reason, code = 0) {
  if (stopping) return;
  stopping = true;
  if (reason) console.log(reason);
  const ended = [...children].map((child) => new Promise((resolve) => child.once('exit', resolve)));
  signal('SIGTERM');
  const late = setTimeout(() => signal('SIGKILL'), 10_000);
  await Promise.all(ended);
  clearTimeout(late);
  process.exit(code);
}

function signal(name) {
  for (const { pid } of children) {
    try {
      process.kill(-pid, name);
    } catch {
      // It has just ended by itself.
    }
  }
}

for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => void endAll('停下 …'));
