import { type PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** What an entry of a zip is made of: text as it comes, or bytes that are a zip themselves. */
export type Entry = { readonly path: string } & ({ readonly text: string | AsyncIterable<string> } | { readonly packed: Readable });

/**
 * A zip that is written while it is read: one entry after the other, none of them whole in memory. A failing entry ends the
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
    const content = contentOf(entry);
    const through = ended(content, output);
    // A packed one would not become smaller: it is stored as it is.
    zip.addReadStream(content, entry.path, { mtime, mode: 0o100644, compress: !('packed' in entry) });
    await through;
  }
}

function contentOf(entry: Entry): Readable {
  if ('packed' in entry) return entry.packed;
  return Readable.from(typeof entry.text === 'string' ? [entry.text] : entry.text, { objectMode: false });
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
