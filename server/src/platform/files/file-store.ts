import { AppError } from '@weidangxiao/shared/errors.ts';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { storeFailure } from '../database/store-failures.ts';
import { contentTypes, type FileKind, kindOf } from './file-kinds.ts';

export interface Limits {
  readonly accepts: readonly FileKind[];
  readonly maxBytes: number;
}

export interface StoredFile {
  readonly id: string;
  readonly kind: FileKind;
  readonly contentType: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Bytes on disk under ids of our own. Whose they are and who may see them is the business of the row that keeps the
 * id. Put before the unit of work that writes this row, delete after its commit.
 */
export class FileStore {
  constructor(private readonly folder: string) {}

  /**
   * On the disk when it answers.
   * @throws AppError FILE_TYPE_NOT_ACCEPTED, FILE_HEIC, FILE_TOO_LARGE, STORE_FULL
   */
  async put(bytes: Buffer, { accepts, maxBytes }: Limits): Promise<StoredFile> {
    if (bytes.length > maxBytes) throw new AppError('FILE_TOO_LARGE', { detail: { limit: `${Math.floor(maxBytes / 1024 / 1024)}MB` } });
    const kind = kindOf(bytes);
    if (kind === 'heic' && accepts.includes('jpg')) throw new AppError('FILE_HEIC');
    if (!kind || !accepts.includes(kind)) throw new AppError('FILE_TYPE_NOT_ACCEPTED', { detail: { accepted: accepts.join('、') } });
    const id = randomUUID();
    await this.write(id, bytes).catch((error: unknown) => {
      throw storeFailure(error) ?? error;
    });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { id, kind, contentType: contentTypes[kind], bytes: bytes.length, sha256 };
  }

  /**
   * What is made as it is written, under an id that the caller has noted before, so that after a crash it can delete what was
   * begun. On the disk when it answers the bytes. @throws AppError STORE_FULL, and what the stream fails with
   */
  async putStream(id: string, content: Readable): Promise<number> {
    await this.write(id, content).catch((error: unknown) => {
      // Whoever makes it must not go on for a disk that takes nothing.
      content.destroy();
      throw storeFailure(error) ?? error;
    });
    return (await stat(this.pathOf(id))).size;
  }

  /** The bytes from `start` up to and with `end`. @throws AppError NOT_FOUND */
  async read(id: string, range: { start?: number; end?: number } = {}): Promise<{ stream: Readable; bytes: number }> {
    const file = this.pathOf(id);
    const { size } = await stat(file).catch(notFound);
    return { stream: createReadStream(file, range), bytes: size };
  }

  /** @throws AppError NOT_FOUND */
  async readWhole(id: string): Promise<Buffer> {
    return readFile(this.pathOf(id)).catch(notFound);
  }

  /** Passes when it is gone already; what was only begun goes too. */
  async delete(id: string): Promise<void> {
    for (const file of [this.pathOf(id), partOf(this.pathOf(id))]) await rm(file, { force: true });
  }

  /** Written beside its place and renamed, so that a file is whole or not there. */
  private async write(id: string, content: Buffer | Readable): Promise<void> {
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
  }

  /** An id that is no UUID never becomes a path. */
  private pathOf(id: string): string {
    if (!uuid.test(id)) throw new AppError('NOT_FOUND');
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
