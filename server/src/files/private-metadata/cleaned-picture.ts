import type { FileKind } from '../../platform/files/file-kinds.ts';
import type { Cleaned } from './cleaned.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

const cleaners: Partial<Record<FileKind, (bytes: Buffer) => Cleaned | null>> = { jpg: cleanJpeg, png: cleanPng, webp: cleanWebp, gif: cleanGif };

/**
 * A picture without what its camera and its programs wrote about it: where and when it was taken, with which phone, by
 * whom, and a small copy that may show what was cut off. Which side is up is kept. What is no picture comes back as it is;
 * null for a picture that is not whole: what cannot be read through cannot be cleaned.
 */
export function cleanedPicture(bytes: Buffer, kind: FileKind | null): Cleaned | null {
  const clean = kind && cleaners[kind];
  return clean ? clean(bytes) : { bytes, orientation: 1 };
}
