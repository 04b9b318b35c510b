import { crc32 } from 'node:zlib';
import type { Cleaned } from './cleaned.ts';
import { orientationIn, orientationOnly } from './orientation.ts';

const signatureBytes = 8;
/** What is needed to draw, moving pictures included. Words, times, places and what applications add are not among them. */
const drawn = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT'.split(' '));

/** A PNG without its private words and without what hangs behind its end. Null for what is no sound PNG. */
export function cleanPng(png: Buffer): Cleaned | null {
  const parts = [png.subarray(0, signatureBytes)];
  let orientation = 1;
  for (let at = signatureBytes; at + 12 <= png.length; ) {
    const [length, name] = [png.readUInt32BE(at), png.toString('latin1', at + 4, at + 8)];
    const end = at + 12 + length;
    if (end > png.length || (at === signatureBytes) !== (name === 'IHDR')) return null;
    if (name === 'eXIf') orientation = orientationIn(png.subarray(at + 8, end - 4));
    if (drawn.has(name)) parts.push(png.subarray(at, end));
    if (name === 'IEND') return { bytes: assembled(parts, orientation), orientation };
    at = end;
  }
  return null;
}

/** `eXIf` stands before the picture's data; right behind IHDR is always before it. */
function assembled([signature, header, ...rest]: readonly Buffer[], orientation: number): Buffer {
  const turned = orientation > 1 ? [chunk('eXIf', orientationOnly(orientation))] : [];
  return Buffer.concat([signature, header, ...turned, ...rest].filter((part) => part !== undefined));
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
