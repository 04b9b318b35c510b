// `npm run reset`: back to a clean demo. Removes the demo's data and nothing else; the next `npm start` makes it anew.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { requireNode20, root } from './lib/steps.mjs';

requireNode20();
const folder = resolve(process.env.DATA_DIR ?? join(root, '.data'));
const refusal = refusalFor(folder) ?? (await runningRefusal());

if (refusal) {
  console.error(refusal);
  process.exit(1);
}
if (!existsSync(folder)) {
  console.log('已经是干净的示范：还没有数据。');
} else if (await agreed()) {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
  console.log('示范数据清空了。npm start 会重新准备。');
} else {
  console.log('没有动任何东西。');
}

/** Why this folder is left alone, or null. Only a demo keeps keys of its own, with the id "demo", beside its data. */
function refusalFor(path) {
  if (process.env.DATABASE_URL) return `DATABASE_URL指着别的数据库，这里不清空。示范用的是${path}里的SQLite。`;
  if (!existsSync(path)) return null;
  const keys = join(path, 'keys.json');
  const isDemo = existsSync(keys) && /"dataKeys"\s*:\s*"demo:/.test(readFileSync(keys, 'utf8'));
  return isDemo ? null : `${path}不是示范的数据（里面没有示范的keys.json），不清空。`;
}

/** A server that still writes there would be left with a database that is gone. */
async function runningRefusal() {
  const address = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
  const answers = await fetch(`${address}/healthz`, { signal: AbortSignal.timeout(2_000) }).then(
    () => true,
    () => false,
  );
  return answers ? `服务还在${address}运行。先停下它（Ctrl+C），再清空。` : null;
}

async function agreed() {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) {
    console.error('要清空请加上：npm run reset -- --yes');
    process.exit(1);
  }
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`清空${folder}里的示范数据？(y/N) `);
  prompt.close();
  return /^y(es)?$/i.test(answer.trim());
}
