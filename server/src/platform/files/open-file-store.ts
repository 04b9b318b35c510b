import path from 'node:path';
import type { Config } from '../config/config.ts';
import { Disk } from './disk.ts';
import { FileStore } from './file-store.ts';

/** In a bucket where the host has one, else in `DATA_DIR/files`. */
export async function openFileStore({ bucket, dataDir }: Config): Promise<FileStore> {
  if (!bucket) return new FileStore(new Disk(path.join(dataDir, 'files')));
  // A third of a second of loading that a disk does not need.
  const { Bucket } = await import('./bucket.ts');
  return new FileStore(new Bucket(bucket));
}
