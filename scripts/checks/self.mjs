import { join } from 'node:path';
import { node24, root, run } from '../lib/steps.mjs';

export const selfTest = {
  name: 'the checks find what they are for',
  async run() {
    const output = await run(node24, ['--test', '--test-reporter=tap', join(root, 'scripts', 'checks', 'checks.test.mjs')]).catch((error) => error.output ?? String(error));
    return /^# fail 0$/m.test(output) && !/^# tests 0$/m.test(output) ? [] : output.split('\n').filter((line) => !/^(# |TAP|ok )/.test(line));
  },
};
