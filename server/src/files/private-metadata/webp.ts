import type { Cleaned } from './cleaned.ts';
import { orientationIn, orientationOnly } from './orientation.ts';

const head = 12;
/** Bits of VP8X that say which of these there are. */
const flags = { xmp: 0x04, exif: 0x08 } as const;
const drawn = new Set(['VP8X', 'ICCP', 'ANIM', 'ANMF', 'ALPH', 'VP8 ', 'VP8L']);
/** A frame of a moving picture begins with its place and time, then holds chunks of its own. */
const frameHead = 16;

interface Chunk {
  readonly name: string;
  readonly content: Buffer;
}

/** A WebP without its private words and without what hangs behind its end. Null for what is no sound WebP. */
export function cleanWebp(webp: Buffer): Cleaned | null {
  if (webp.length < head) return null;
  const end = webp.readUInt32LE(4) + 8;
  const chunks = end > webp.length ? null : chunksOf(webp.subarray(head, end));
  if (!chunks || !chunks.some(({ name }) => name === 'VP8 ' || name === 'VP8L' || name === 'ANMF')) return null;
  const told = chunks.find(({ name }) => name === 'EXIF')?.content;
  // Some writers put JPEG's heading before the block.
  const found = told ? orientationIn(told.toString('latin1', 0, 6) === 'Exif\0\0' ? told.subarray(6) : told) : 1;
  const orientation = chunks[0]?.name === 'VP8X' ? found : 1;
  return { bytes: assembled(chunks.filter(({ name }) => drawn.has(name)).map((chunk) => shownOf(chunk, orientation)), orientation), orientation };
}

function chunksOf(bytes: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = at + 8 > bytes.length ? Infinity : at + 8 + bytes.readUInt32LE(at + 4);
    if (end > bytes.length) return null;
    chunks.push({ name: bytes.toString('latin1', at, at + 4), content: bytes.subarray(at + 8, end) });
    at = end + (end % 2);
  }
  return chunks;
}

function shownOf({ name, content }: Chunk, orientation: number): Chunk {
  if (name === 'VP8X') {
    const told = Buffer.from(content);
    if (told.length > 0) told[0] = ((told[0] ?? 0) & ~(flags.exif | flags.xmp)) | (orientation > 1 ? flags.exif : 0);
    return { name, content: told };
  }
  if (name !== 'ANMF') return { name, content };
  const frame = (chunksOf(content.subarray(frameHead)) ?? []).filter((chunk) => drawn.has(chunk.name));
  return { name, content: Buffer.concat([content.subarray(0, frameHead), ...frame.map(bytesOf)]) };
}

function assembled(chunks: readonly Chunk[], orientation: number): Buffer {
  const turned = orientation > 1 ? [{ name: 'EXIF', content: orientationOnly(orientation) }] : [];
  const body = Buffer.concat([...chunks, ...turned].map(bytesOf));
  const start = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  start.writeUInt32LE(body.length + 4, 4);
  return Buffer.concat([start, body]);
}

/** Padded to an even length. */
function bytesOf({ name, content }: Chunk): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(name, 'latin1'), size, content, Buffer.alloc(content.length % 2)]);
}
