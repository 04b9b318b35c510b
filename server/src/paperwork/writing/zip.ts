import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/**
 * The pool that small buffers share, as small as it long was. A zip keeps the names of its entries to its end; beside zlib's
 * buffers of 16 KB each name would hold 64 KB of a larger pool: 600 MB for a town's year.
 */
Buffer.poolSize = 8 * 1024;

/** What an entry of a zip is made of: text as it comes, or bytes that are a zip themselves. */
export type Entry = { readonly path: string } & ({ readonly text: string | AsyncIterable<string> } | { readonly packed: Readable });

/** Signs of text that are gathered before it is streamed: most parts are smaller, and a stream for each costs more than they do. */
const gathered = 128 * 1024;
/** Bytes below which packing saves nothing. */
const small = 400;

/**
 * A zip that is written while it is read: one entry after the other, no large one whole in memory. A failing entry ends the
 * stream with its error.
 */
export function zipOf(entries: Iterable<Entry> | AsyncIterable<Entry>, madeAt: Date): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  const fail = (error: unknown): void => void output.destroy(error instanceof Error ? error : new Error(String(error)));
  zip.on('error', fail);
  // Whoever reads sees the error; when nobody reads any more, it is nobody's, and no reason to end the process.
  output.on('error', () => undefined);
  addAll(zip, entries, madeAt, output).then(() => zip.end(), fail);
  return output;
}

async function addAll(zip: ZipFile, entries: Iterable<Entry> | AsyncIterable<Entry>, mtime: Date, output: Readable): Promise<void> {
  for await (const entry of entries) {
    if (output.destroyed) return;
    const content = 'packed' in entry ? entry.packed : await contentOf(entry.text);
    const how = { mtime, mode: 0o100644 };
    if (Buffer.isBuffer(content)) zip.addBuffer(content, entry.path, { ...how, compress: content.length > small });
    else {
      const through = ended(content, output);
      // A packed one would not become smaller: it is stored as it is.
      zip.addReadStreamLazy(entry.path, { ...how, compress: !('packed' in entry) }, given(content));
      await through;
    }
  }
}

/** A zip keeps each entry's way to its content to the end; here it leads nowhere once it was gone, so that no content is kept. */
function given(content: Readable): (give: (error: unknown, content: Readable) => void) => void {
  const held = [content];
  return (give) => give(null, held.pop() as Readable);
}

/** Whole where it is short, else as it comes. */
async function contentOf(text: string | AsyncIterable<string>): Promise<Buffer | Readable> {
  if (typeof text === 'string') return Buffer.from(text);
  const rest = text[Symbol.asyncIterator]();
  let begun = '';
  while (begun.length < gathered) {
    const { value, done } = await rest.next();
    if (done) return Buffer.from(begun);
    begun += value;
  }
  return Readable.from(continued(begun, rest), { objectMode: false });
}

async function* continued(begun: string, rest: AsyncIterator<string>): AsyncIterable<string> {
  yield begun;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** Over when all of it was read; or when nobody reads the zip any more. */
function ended(content: Readable, output: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      content.destroy();
      resolve();
    };
    content.once('end', () => {
      output.off('close', leave);
      resolve();
    });
    content.once('error', reject);
    output.once('close', leave);
  });
}
