import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import path from 'node:path';

/** Where a run keeps the sample town that its first server has seeded; null outside a run. */
const shelf = (): string | null => process.env.SEEDED_TOWNS ?? null;

/** Copies the seeded folder to a new server's; false where nobody has seeded yet. */
export function takeSeeded(dataDir: string): boolean {
  const kept = shelf() && path.join(shelf()!, 'town');
  if (!kept || !existsSync(kept)) return false;
  cpSync(kept, dataDir, { recursive: true });
  return true;
}

/** Of two that seed at the same time the first one's stays. The folder's server has to be down. */
export function keepSeeded(dataDir: string): void {
  const run = shelf();
  if (!run || existsSync(path.join(run, 'town'))) return;
  const copy = mkdtempSync(path.join(run, 'copy-'));
  cpSync(dataDir, copy, { recursive: true });
  try {
    renameSync(copy, path.join(run, 'town'));
  } catch {
    // The other one was faster; the folder goes with the run.
  }
}
