import { AppError } from '@weidangxiao/shared/errors.ts';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Bytes, Content, Range } from './file-store.ts';

/** A folder, which several replicas share where there are several. */
export class Disk implements Bytes {
  constructor(private readonly folder: string) {}

  /** Written beside its place and renamed, so that a file is whole or not there. */
  async write(id: string, content: Buffer | Readable): Promise<number> {
    const file = this.pathOf(id);
    const fresh = partOf(file);
    await mkdir(path.dirname(file), { recursive: true });
    try {
      await flushed(await open(fresh, 'wx', 0o600), (handle) => handle.writeFile(content));
      await rename(fresh, file);
      await flushed(await open(path.dirname(file)));
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
    return (await stat(file)).size;
  }

  async read(id: string, range: Range): Promise<Content> {
    const file = this.pathOf(id);
    const { size } = await stat(file).catch(notFound);
    return { stream: createReadStream(file, range), bytes: size };
  }

  readWhole(id: string): Promise<Buffer> {
    return readFile(this.pathOf(id)).catch(notFound);
  }

  async delete(id: string): Promise<void> {
    for (const file of [this.pathOf(id), partOf(this.pathOf(id))]) await rm(file, { force: true });
  }

  private pathOf(id: string): string {
    return path.join(this.folder, id.slice(0, 2), id);
  }
}

const partOf = (file: string): string => `${file}.part`;

async function flushed(handle: FileHandle, write: (handle: FileHandle) => Promise<void> = async () => undefined): Promise<void> {
  try {
    await write(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function notFound(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOENT' ? new AppError('NOT_FOUND', { cause: error }) : error;
}
