// Runs one suite of tests and tells what came of it. Server and rules run on vitest, the faces on jest (docs/decisions/016); both report alike.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24, root, run } from './steps.mjs';

/** Two suites run at a time (scripts/test.mjs), so each takes half of the machine. */
const workers = Math.max(1, Math.floor(availableParallelism() / 2));

const longestStory = 20_000;

const vitest = {
  args: (report) => ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  fileDone: /^ [✓❯×] \S+\.spec\.ts \(/gm,
  /** Its report leaves out what differed; its output has it, after this heading. */
  story: (report, output) => /^⎯+ (Failed|Unhandled) [^]*/m.exec(output)?.[0] ?? lastLines(output),
};

const jest = {
  args: (report) => ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', '--json', `--outputFile=${report}`],
  fileDone: /^(PASS|FAIL) /gm,
  story: (report, output) => report.testResults.filter(({ status }) => status === 'failed').map(({ message }) => message).join('\n') || lastLines(output),
};

/** Runs the suite of a package that is written for vitest; see `runSuite`. */
export const vitestSuite = (pkg, options = {}) => runSuite(vitest, pkg, options);

/** Runs the suite of a package that is written for jest; see `runSuite`. */
export const jestSuite = (pkg, options = {}) => runSuite(jest, pkg, options);

/**
 * `fileDone` is called whenever a test file has finished. Returns `{passed, failed, skipped, story}`; a file that could not
 * be loaded, one whose preparation failed, a suite without a test, and an error outside of every test count as failed.
 */
async function runSuite(runner, pkg, { config, env, fileDone = () => {} }) {
  const folder = mkdtempSync(join(tmpdir(), 'weidangxiao-suite-'));
  const file = join(folder, 'report.json');
  const args = [...runner.args(file), `--maxWorkers=${workers}`, ...(config ? [`--config=${config}`] : [])];
  const heard = (text) => text.match(runner.fileDone)?.forEach(fileDone);
  try {
    const { output, ended } = await told(run(node24, args, { cwd: join(root, pkg), env: { NO_COLOR: '1', ...env }, heard }));
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : nothing;
    const counts = countsOf(report, ended);
    return { ...counts, story: counts.failed > 0 ? runner.story(report, output).slice(0, longestStory) : '' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What it said, and whether it ended well. */
async function told(running) {
  return running.then((output) => ({ output, ended: true })).catch((error) => ({ output: error.output ?? String(error), ended: false }));
}

/** The report of a runner that wrote none. */
const nothing = { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };

function countsOf(report, ended) {
  const failedItself = (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');
  const [passed, failed] = [report.numPassedTests, report.numFailedTests + report.testResults.filter(failedItself).length];
  const well = ended && passed > 0;
  return { passed, failed: failed || (well ? 0 : 1), skipped: report.numPendingTests + report.numTodoTests };
}

const lastLines = (output) => output.split('\n').slice(-40).join('\n');
