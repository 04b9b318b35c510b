import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { crc32 } from 'node:zlib';

export interface ZipLimits {
  readonly maxEntries: number;
  /** Of all entries together, unpacked. */
  readonly maxBytes: number;
  /** How many times its packed size an entry may have; office files stay well under 100. Small entries are not asked. */
  readonly maxRatio?: number;
}

/**
 * `not_zip`: the bytes are no zip at all. `broken`: damaged, encrypted, or it says one thing and holds another.
 * The others: it goes over the limits.
 */
export type ZipFault = 'not_zip' | 'broken' | 'too_many_entries' | 'too_large' | 'too_dense';

export class ZipRefused extends Error {
  constructor(
    readonly fault: ZipFault,
    cause?: unknown,
  ) {
    super(`zip refused: ${fault}`, { cause });
    this.name = 'ZipRefused';
  }
}

const denseBytes = 1024 * 1024;
const defaultRatio = 200;

/**
 * The entries of a zip that somebody sent, by their names. The sizes that the zip declares are judged before anything
 * is unpacked, and what is unpacked may not exceed what was declared, so a bomb is refused before memory is spent.
 * Every entry is unpacked and checked; only those that `keep` wants are held, all unless told.
 * @throws ZipRefused
 */
export async function readZip(bytes: Buffer, limits: ZipLimits, keep: (name: string) => boolean = () => true): Promise<Map<string, Buffer>> {
  const { zip, entries } = await opened(bytes, limits);
  const kept = new Map<string, Buffer>();
  for (const entry of entries) {
    const content = await unpacked(zip, entry, keep(entry.fileName));
    if (content) kept.set(entry.fileName, content);
  }
  return kept;
}

/** A zip that is read piece by piece, so that a reader can stop before all of an entry is unpacked. */
export interface OpenZip {
  readonly names: readonly string[];
  /** The content of an entry as it is unpacked. @throws ZipRefused, and Error for a name that is not there */
  stream(name: string): AsyncIterable<Buffer>;
}

/** Like `readZip`, but nothing is unpacked until it is asked for. @throws ZipRefused */
export async function openZip(bytes: Buffer, limits: ZipLimits): Promise<OpenZip> {
  const { zip, entries } = await opened(bytes, limits);
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  return {
    names: [...byName.keys()],
    stream(name) {
      const entry = byName.get(name);
      if (!entry) throw new Error(`the zip holds no ${name}`);
      return chunksOf(zip, entry);
    },
  };
}

async function opened(bytes: Buffer, limits: ZipLimits): Promise<{ zip: ZipFile; entries: Entry[] }> {
  const zip = await yauzl.fromBufferPromise(bytes).catch((error: unknown) => refuse('not_zip', error));
  if (zip.entryCount > limits.maxEntries) throw new ZipRefused('too_many_entries');
  return { zip, entries: await listed(zip, limits) };
}

async function listed(zip: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  const entries = new Map<string, Entry>();
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      total += entry.uncompressedSize;
      if (total > limits.maxBytes) throw new ZipRefused('too_large');
      if (isDense(entry, limits.maxRatio ?? defaultRatio)) throw new ZipRefused('too_dense');
      if (entries.has(entry.fileName) || entries.size >= limits.maxEntries || !entry.canDecodeFileData()) throw new ZipRefused('broken');
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw error instanceof ZipRefused ? error : new ZipRefused('broken', error);
  }
  return [...entries.values()];
}

function isDense({ uncompressedSize, compressedSize }: Entry, maxRatio: number): boolean {
  return uncompressedSize > denseBytes && uncompressedSize > compressedSize * maxRatio;
}

async function unpacked(zip: ZipFile, entry: Entry, keep: boolean): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of chunksOf(zip, entry)) if (keep) chunks.push(chunk);
  return keep ? Buffer.concat(chunks) : null;
}

/** yauzl ends the stream with an error as soon as it gives more, or in the end less, than the entry declared. */
async function* chunksOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  const stream = (await zip.openReadStreamPromise(entry).catch((error: unknown) => refuse('broken', error))) as AsyncIterable<Buffer>;
  const chunks = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await chunks.next().catch((error: unknown) => refuse('broken', error));
      if (done) break;
      sum = crc32(value, sum);
      yield value;
    }
  } finally {
    await chunks.return?.();
  }
  if (sum !== entry.crc32) throw new ZipRefused('broken');
}

function refuse(fault: ZipFault, cause: unknown): never {
  throw new ZipRefused(fault, cause);
}
