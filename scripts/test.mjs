// `npm test`: everything there is, setting up what it needs. Ends with `N passed, N failed, N skipped`.
// A part whose tools the machine lacks is named with the one command that brings them, and counts as skipped.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildDesk, buildH5, buildServer, buildWeapp } from './lib/builds.mjs';
import { install, node24, requireNode20, root, run, step } from './lib/steps.mjs';
import { findTools, installTools } from './lib/tools.mjs';

requireNode20();
const reports = mkdtempSync(join(tmpdir(), 'weidangxiao-test-'));
const only = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
const failures = [];

/** Runs one jest suite and adds its counts up. Returns how many tests ran. */
async function jest(part, pkg, { config, env } = {}) {
  const file = join(reports, `${part}.json`);
  const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${file}`, ...(config ? [`--config=${config}`] : [])];
  const output = await run(node24, args, { cwd: join(root, pkg), env }).catch((error) => error.output ?? String(error));
  if (!existsSync(file)) return broken(part, output);
  const report = JSON.parse(readFileSync(file, 'utf8'));
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  const ran = report.numPassedTests + report.numFailedTests;
  console.log(`  ${part}: ${report.numPassedTests} passed, ${report.numFailedTests} failed`);
  if (!report.success) failures.push(`${part}:\n${whatFailed(report)}`);
  // A file that could not even be loaded holds no failed test, but it failed.
  total.failed += report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  if (ran === 0) broken(part, 'no test ran');
  return ran;
}

function whatFailed(report) {
  return report.testResults
    .filter((file) => file.status === 'failed')
    .map((file) => file.message)
    .join('\n')
    .slice(0, 20_000);
}

function broken(part, output) {
  total.failed += 1;
  failures.push(`${part} could not run:\n${output.split('\n').slice(-40).join('\n')}`);
  return 0;
}

function skip(part, why, command) {
  total.skipped += 1;
  notes.push(`${part}: ${why}. To run it: ${command}`);
}

async function part(name, title, work) {
  if (only.length > 0 && !only.includes(name)) return;
  await step(title, () => work().catch((error) => broken(name, error.output ?? error.stack ?? String(error))));
}

const { startThrowawayMariadb } = await import('./lib/throwaway-mariadb.mjs');

await install();
const tools = process.env.CI ? await findTools() : await installTools();

await part('check', '类型、依赖方向和包的检查', async () => {
  const output = await run(process.execPath, [join(root, 'scripts', 'check.mjs')]);
  total.passed += Number(/(\d+) checks? passed/.exec(output)?.[1] ?? 0);
});
await part('rules', '规则（shared）', () => jest('rules', 'shared'));

const counts = {};
await part('sqlite', '服务端，SQLite', async () => {
  await buildServer();
  counts.sqlite = await jest('sqlite', 'server', { env: { TEST_DATABASE: 'sqlite' } });
});
await part('mariadb', '服务端，MariaDB', async () => {
  if (!tools.mariadbd) return skip('mariadb', 'mariadbd is not installed', 'apt-get install -y mariadb-server');
  const database = await startThrowawayMariadb(tools.mariadbd);
  try {
    counts.mariadb = await jest('mariadb', 'server', { env: { TEST_DATABASE: 'mariadb', TEST_MARIADB_URL: database.url } });
  } finally {
    await database.stop();
  }
  if (counts.sqlite !== undefined && counts.sqlite !== counts.mariadb) broken('engines', `the engines ran different numbers of tests: ${counts.sqlite} and ${counts.mariadb}`);
  if (counts.sqlite !== undefined) console.log(`  tests executed on each engine: SQLite ${counts.sqlite}, MariaDB ${counts.mariadb}`);
});
await part('weapp', '小程序，真实的weapp构建', async () => {
  await buildServer();
  await buildWeapp();
  await jest('weapp', 'miniapp');
});
await part('browser', '浏览器里的一个周一', async () => {
  if (!tools.chromium) return skip('browser', 'chromium is not installed', 'apt-get install -y chromium fonts-noto-cjk');
  await buildServer();
  await buildH5();
  await buildDesk();
  await jest('browser', 'miniapp', { config: 'test/browser/jest.config.mjs', env: { CHROMIUM: tools.chromium } });
});

rmSync(reports, { recursive: true, force: true });
for (const failure of failures) console.log(`\n✗ ${failure}`);
for (const note of notes) console.log(`\nskipped ${note}`);
console.log(total.failed ? '\n有没通过的，见上面。' : notes.length ? '\n跑过的都通过了，有几部分没有跑，见上面。' : '\n全部通过。');
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed ? 1 : 0);
