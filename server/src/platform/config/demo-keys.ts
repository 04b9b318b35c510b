import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const keptKeys = z.object({ dataKeys: z.string(), phoneIndexKey: z.string() });

/** The demo's own keys, in the form of DATA_KEYS and PHONE_INDEX_KEY: made at its first start and kept beside its data. */
export function demoKeys(dataDir: string): z.infer<typeof keptKeys> {
  const file = path.join(dataDir, 'keys.json');
  if (!existsSync(file)) create(file);
  return keptKeys.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Whole or not at all, and never over keys that another process has just made. */
function create(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  const secret = (): string => randomBytes(32).toString('base64');
  writeFileSync(fresh, JSON.stringify({ dataKeys: `demo:${secret()}`, phoneIndexKey: secret() }), { mode: 0o600 });
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh);
  }
}
