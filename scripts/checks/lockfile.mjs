// pnpm-lock.yaml must work with every registry: versions and hashes, no addresses.
import { faultsByLine, read } from '../lib/sources.mjs';

export const lockfile = {
  name: 'the lock file names no registry',
  run: async () => read((path) => path === 'pnpm-lock.yaml').flatMap(lockFaults),
};

export function lockFaults(file) {
  return faultsByLine(file, /tarball: \S+|\bhttps?:\/\/\S+/g, ([found]) => `${found}: install with the public registry's names (no tarball addresses), then commit the lock file again.`);
}
