import { CommandFailed, runIn } from '../lib/steps.mjs';

/** tsc over one package, as the package itself says (its script `check`). */
const typesOf = (pkg) => ({
  name: `types of ${pkg}`,
  async run() {
    try {
      await runIn(pkg, 'check');
      return [];
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      return error.output.split('\n').filter((line) => line.trim());
    }
  },
});

export const types = ['server', 'miniapp', 'shared'].map(typesOf);
