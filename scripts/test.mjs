// `npm test`: everything there is, setting up what it needs. Ends with `N passed, N failed, N skipped`.
// A part whose tools the machine lacks is named with the one command that brings them, and counts as skipped.
// `npm test -- sqlite browser` runs only those parts.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { buildCloudRun, buildDesk, buildH5, buildServer, buildWeapp } from './lib/builds.mjs';
import { install, node24, requireNode20, root, run, serverFlags, step } from './lib/steps.mjs';
import { jestSuite, vitestSuite } from './lib/suites.mjs';
import { startThrowawayMariadb } from './lib/throwaway-mariadb.mjs';
import { commandFor, findTools, installTools } from './lib/tools.mjs';

requireNode20();
await install();
const tools = process.env.CI ? findTools() : await installTools();

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skips = [];
/** Tests that ran on each engine; the same suite, so the same number. */
const ran = {};

function count(title, { passed = 0, failed = 0, skipped = 0, story = '' }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(`${title}：\n${story}`);
  console.log(`  ${title}：${passed} 通过，${failed} 没通过${skipped ? `，${skipped} 跳过` : ''}`);
}

/** Runs a suite as a step that tells how many of its files are done. Returns how many tests ran. */
async function suite(title, on, pkg, options = {}) {
  let files = 0;
  const result = await step(title, () => on(pkg, { ...options, fileDone: () => (files += 1) }), () => `${files} 个测试文件做完了`);
  count(title, result);
  return result.passed + result.failed;
}

async function checks(title) {
  const output = await step(title, () => run(process.execPath, [join(root, 'scripts', 'check.mjs')]).catch((error) => error.output ?? String(error)));
  const failed = output.match(/^✗ /gm)?.length ?? 0;
  const passed = Number(/^(\d+) checks passed$/m.exec(output)?.[1] ?? 0);
  count(title, { passed, failed: failed || (passed > 0 ? 0 : 1), story: output.split('\n').filter((line) => !line.startsWith('✓')).join('\n') });
}

async function mariadb(title) {
  const database = await startThrowawayMariadb(tools.mariadbd);
  const stop = atEnd(database.stop);
  try {
    ran.MariaDB = await suite(title, vitestSuite, 'server', { env: { TEST_DATABASE: 'mariadb', TEST_MARIADB_URL: database.url } });
  } finally {
    await stop();
  }
}

async function weapp(title) {
  await built(buildServer, buildWeapp, buildCloudRun);
  await run(node24, ['scripts/check-bundle.mjs', 'weapp'], { cwd: join(root, 'miniapp') });
  await suite(title, jestSuite, 'miniapp');
}

async function browser(title) {
  await built(buildServer, buildH5, buildDesk);
  await suite(title, jestSuite, 'miniapp', { config: 'test/browser/jest.config.js', env: { CHROMIUM: tools.chromium } });
}

async function sqlite(title) {
  await built(buildServer);
  ran.SQLite = await suite(title, vitestSuite, 'server', { env: { TEST_DATABASE: 'sqlite' } });
}

/** The promises of the push under kills and stops, in their short form: each that holds counts as a test. */
async function chaos(title) {
  await built(buildServer);
  const database = await startThrowawayMariadb(tools.mariadbd);
  const stop = atEnd(database.stop);
  try {
    const program = [...serverFlags, join(root, 'server', 'dist', 'chaos', 'main.js'), '--short'];
    const output = await step(title, () => run(node24, program, { env: { CHAOS_MARIADB_URL: database.url, ...(tools.redis && { CHAOS_REDIS_SERVER: tools.redis }) } }).catch((error) => error.output ?? String(error)));
    const [, held = 0, broken = 1] = /^(\d+) held, (\d+) broken$/m.exec(output) ?? [];
    const skipped = output.match(/^skipped /gm)?.length ?? 0;
    count(title, { passed: Number(held), failed: Number(broken), skipped, story: output.split('\n').filter((line) => !line.startsWith('holds')).join('\n') });
  } finally {
    await stop();
  }
}

/** In the order of their starts; the long ones first. */
const parts = [
  { name: 'sqlite', title: '服务端，SQLite', work: sqlite },
  { name: 'weapp', title: '小程序，真实的weapp构建', work: weapp },
  { name: 'mariadb', title: '服务端，MariaDB', needs: 'mariadbd', work: mariadb },
  { name: 'browser', title: '浏览器里的一个周一', needs: 'chromium', work: browser },
  { name: 'chaos', title: '推送在中断和停机时守住的承诺', needs: 'mariadbd', work: chaos },
  { name: 'check', title: '类型、依赖方向和文件的检查', work: checks },
  { name: 'rules', title: '规则（shared）', work: (title) => suite(title, vitestSuite, 'shared') },
  { name: 'desk', title: '电脑管理端，不用浏览器的部分', work: (title) => suite(title, jestSuite, 'miniapp', { config: 'desk/jest.config.mjs' }) },
];

/** One build at a time, each once, whichever parts wait for it. */
const builds = new Map();
let lastBuild = Promise.resolve();

async function built(...wanted) {
  for (const build of wanted) {
    if (!builds.has(build)) builds.set(build, (lastBuild = lastBuild.catch(() => {}).then(build)));
    await builds.get(build);
  }
}

/** What must not outlive this run, also when it is interrupted. */
const ends = new Set();

function atEnd(end) {
  ends.add(end);
  return () => ends.delete(end) && end();
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.allSettled([...ends].map((end) => end()));
    process.exit(130);
  });
}

async function runPart({ title, needs, work }) {
  if (needs && !tools[needs]) {
    total.skipped += 1;
    return skips.push(`${title}：没有${needs}。补上它的命令：${commandFor(needs)}`);
  }
  return work(title).catch((error) => count(title, { failed: 1, story: error.output ?? error.stack ?? String(error) }));
}

async function lane(queue) {
  for (let part = queue.shift(); part; part = queue.shift()) await runPart(part);
}

function checkEngines() {
  if (ran.SQLite === undefined || ran.MariaDB === undefined) return;
  console.log(`\n两种数据库各跑了多少个测试：SQLite ${ran.SQLite}，MariaDB ${ran.MariaDB}`);
  if (ran.SQLite !== ran.MariaDB) count('两种数据库', { failed: 1, story: '跑的测试不一样多' });
}

const only = process.argv.slice(2);
const unknown = only.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`没有这一部分：${unknown.join('、')}。有：${parts.map(({ name }) => name).join('、')}`);
  process.exit(2);
}
const queue = parts.filter(({ name }) => only.length === 0 || only.includes(name));
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, () => lane(queue)));
checkEngines();

for (const failure of failures) console.log(`\n✗ ${failure}`);
for (const skip of skips) console.log(`\n跳过 ${skip}`);
console.log(total.failed ? '\n有没通过的，见上面。' : skips.length ? '\n跑过的都通过了，有几部分没有跑，见上面。' : '\n全部通过。');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed ? 1 : 0);
