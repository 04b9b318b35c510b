import type { Readable } from 'node:stream';

/** What yauzl 3 has beyond the published types of yauzl 2. */
declare module 'yauzl' {
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  }
  interface Entry {
    canDecodeFileData(): boolean;
  }
  function fromBufferPromise(buffer: Buffer, options?: Options): Promise<ZipFile>;
}
