import type { Cleaned } from './cleaned.ts';

const sign = { extension: 0x21, image: 0x2c, end: 0x3b } as const;
const label = { control: 0xf9, text: 0x01, application: 0xff } as const;
/** They say how often a moving picture repeats. */
const repeats = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

/** A GIF without comments and what applications wrote, and without what hangs behind its end. Null for what is no sound GIF. */
export function cleanGif(gif: Buffer): Cleaned | null {
  if (gif.length < 13) return null;
  let at = 13 + tableBytes(gif[10] ?? 0);
  const parts = [gif.subarray(0, at)];
  for (let hasImage = false; ; ) {
    const kind = gif[at];
    if (kind === sign.end) return hasImage ? { bytes: Buffer.concat([...parts, Buffer.from([sign.end])]), orientation: 1 } : null;
    const end = kind === sign.extension ? endOfBlocks(gif, at + 2) : kind === sign.image ? endOfImage(gif, at) : null;
    if (end === null) return null;
    if (kind === sign.image || isDrawn(gif, at)) parts.push(gif.subarray(at, end));
    hasImage ||= kind === sign.image;
    at = end;
  }
}

function isDrawn(gif: Buffer, at: number): boolean {
  const kind = gif[at + 1];
  if (kind === label.application) return repeats.includes(gif.toString('latin1', at + 3, at + 14));
  return kind === label.control || kind === label.text;
}

/** A colour table, if the flags say that there is one. */
function tableBytes(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

function endOfImage(gif: Buffer, at: number): number | null {
  return endOfBlocks(gif, at + 10 + tableBytes(gif[at + 9] ?? 0) + 1);
}

/** Blocks that each begin with their length; an empty one is the last. */
function endOfBlocks(gif: Buffer, from: number): number | null {
  for (let at = from; ; ) {
    const length = gif[at];
    if (length === undefined) return null;
    at += 1 + length;
    if (length === 0) return at;
  }
}
