import { AppError } from '@weidangxiao/shared/errors.ts';
import { createHash, randomUUID } from 'node:crypto';
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

/** From `start` up to and with `end`. */
export interface Range {
  readonly start?: number;
  readonly end?: number;
}

export interface Content {
  readonly stream: Readable;
  /** Of the whole, whatever the range. */
  readonly bytes: number;
}

/** Where bytes lie: a disk, or a bucket. All throw what their medium says, and AppError NOT_FOUND for what is not there. */
export interface Bytes {
  /** Whole and safe when it answers, or not there at all. Answers how many. */
  write(id: string, content: Buffer | Readable): Promise<number>;
  read(id: string, range: Range): Promise<Content>;
  readWhole(id: string): Promise<Buffer>;
  /** Passes when it is gone already; what was only begun goes too. */
  delete(id: string): Promise<void>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Bytes under ids of our own. Whose they are and who may see them is the business of the row that keeps the
 * id. Put before the unit of work that writes this row, delete after its commit.
 */
export class FileStore {
  constructor(private readonly bytes: Bytes) {}

  /**
   * Safe when it answers.
   * @throws AppError FILE_TYPE_NOT_ACCEPTED, FILE_HEIC, FILE_TOO_LARGE, STORE_FULL, STORE_UNAVAILABLE
   */
  async put(content: Buffer, { accepts, maxBytes }: Limits): Promise<StoredFile> {
    if (content.length > maxBytes) throw new AppError('FILE_TOO_LARGE', { detail: { limit: `${Math.floor(maxBytes / 1024 / 1024)}MB` } });
    const kind = kindOf(content);
    if (kind === 'heic' && accepts.includes('jpg')) throw new AppError('FILE_HEIC');
    if (!kind || !accepts.includes(kind)) throw new AppError('FILE_TYPE_NOT_ACCEPTED', { detail: { accepted: accepts.join('、') } });
    const id = randomUUID();
    await this.bytes.write(id, content).catch(failed);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { id, kind, contentType: contentTypes[kind], bytes: content.length, sha256 };
  }

  /**
   * What is made as it is written, under an id that the caller has noted before, so that after a crash it can delete what was
   * begun. Safe when it answers the bytes. @throws AppError STORE_FULL, STORE_UNAVAILABLE, and what the stream fails with
   */
  async putStream(id: string, content: Readable): Promise<number> {
    return this.bytes.write(known(id), content).catch((error: unknown) => {
      // Whoever makes it must not go on for a medium that takes nothing.
      content.destroy();
      return failed(error);
    });
  }

  /** @throws AppError NOT_FOUND, STORE_UNAVAILABLE */
  async read(id: string, range: Range = {}): Promise<Content> {
    return this.bytes.read(known(id), range).catch(failed);
  }

  /** @throws AppError NOT_FOUND, STORE_UNAVAILABLE */
  async readWhole(id: string): Promise<Buffer> {
    return this.bytes.readWhole(known(id)).catch(failed);
  }

  /** Passes when it is gone already. @throws AppError STORE_UNAVAILABLE */
  async delete(id: string): Promise<void> {
    return this.bytes.delete(known(id)).catch(failed);
  }
}

/** An id that is no UUID never becomes a path. */
function known(id: string): string {
  if (!uuid.test(id)) throw new AppError('NOT_FOUND');
  return id;
}

function failed(error: unknown): never {
  throw storeFailure(error) ?? error;
}
