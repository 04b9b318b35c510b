import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample } from '../env-example.mjs';
import { root } from '../lib/steps.mjs';

export const freshEnvExample = {
  name: '.env.example is fresh',
  async run() {
    const file = join(root, '.env.example');
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
    return kept === (await envExample()) ? [] : ['.env.example does not say what server/src/platform/config/variables.ts says. Run: node scripts/env-example.mjs'];
  },
};
