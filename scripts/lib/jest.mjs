// Runs one jest suite and tells what came of it.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24, root, run } from './steps.mjs';

/** Two suites run at a time (scripts/test.mjs), so each takes half of the machine. */
const workers = Math.max(1, Math.floor(availableParallelism() / 2));

/**
 * Runs the suite of a package; `fileDone` is called whenever a test file has finished.
 * Returns `{passed, failed, skipped, story}`; a file that could not be loaded, and a suite without a test, count as failed.
 */
export async function jestSuite(pkg, { config, env, fileDone = () => {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'weidangxiao-jest-'));
  const file = join(folder, 'report.json');
  const options = ['--json', `--outputFile=${file}`, `--maxWorkers=${workers}`, ...(config ? [`--config=${config}`] : [])];
  const heard = (text) => text.match(/^(PASS|FAIL) /gm)?.forEach(fileDone);
  try {
    const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...options];
    const output = await run(node24, args, { cwd: join(root, pkg), env, heard }).catch((error) => error.output ?? String(error));
    return existsSync(file) ? outcome(JSON.parse(readFileSync(file, 'utf8'))) : broken(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function outcome(report) {
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  const [passed, failed] = [report.numPassedTests, report.numFailedTests + unloaded];
  if (passed + failed === 0) return broken('no test ran');
  return { passed, failed: failed || (report.success ? 0 : 1), skipped: report.numPendingTests + report.numTodoTests, story: storyOf(report) };
}

function broken(output) {
  return { passed: 0, failed: 1, skipped: 0, story: output.split('\n').slice(-40).join('\n') };
}

function storyOf(report) {
  const failures = report.testResults.filter(({ status }) => status === 'failed').map(({ message }) => message);
  return failures.join('\n').slice(0, 20_000);
}
