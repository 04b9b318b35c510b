import { AppError } from '@weidangxiao/shared/errors.ts';
import { megabyte } from '@weidangxiao/shared/routes/route.ts';
import { imageSize } from 'image-size';
import { contentTypes, type FileKind, kindOf } from '../platform/files/file-kinds.ts';
import type { Limits } from '../platform/files/file-store.ts';
import type { Cleaned } from './private-metadata/cleaned.ts';
import { cleanedPicture } from './private-metadata/cleaned-picture.ts';
import type { FilePurpose } from './stored-file.entity.ts';

const images: readonly FileKind[] = ['png', 'jpg', 'webp', 'gif'];
/** Phones record m4a, aac or mp3; browsers webm, ogg or mp4. */
const sounds: readonly FileKind[] = ['mp3', 'm4a', 'aac', 'wav', 'ogg', 'webm', 'mp4'];

export const limitsOf: Readonly<Record<FilePurpose, Limits>> = {
  takeaway: { accepts: sounds, maxBytes: 10 * megabyte },
  reflection: { accepts: images, maxBytes: 10 * megabyte },
  session: { accepts: [...images, ...sounds], maxBytes: 10 * megabyte },
  lesson: { accepts: [...images, ...sounds, 'pdf'], maxBytes: 10 * megabyte },
  /** What shows why points were given or taken. */
  evidence: { accepts: [...images, 'pdf'], maxBytes: 10 * megabyte },
};

/** As the blocks of a lesson allow. */
const maxPixels = 20_000;

export const isImage = (contentType: string): boolean => contentType.startsWith('image/');

/** A voice recorded in a browser comes in a container that could hold a film; it is played as sound. */
export function contentTypeFor(kind: FileKind, purpose: FilePurpose): string {
  const container = kind === 'webm' || kind === 'mp4';
  return container && (purpose === 'takeaway' || purpose === 'session') ? `audio/${kind}` : contentTypes[kind];
}

/**
 * What is stored of an upload: a picture without where and when it was taken.
 * @throws AppError FILE_UNREADABLE for a picture that is not whole
 */
export function storable(bytes: Buffer): Cleaned {
  const cleaned = cleanedPicture(bytes, kindOf(bytes));
  if (!cleaned) throw broken();
  return cleaned;
}

/**
 * Width and height in pixels as the image is shown: one that a phone took upright is turned by its orientation.
 * @throws AppError FILE_UNREADABLE for what only begins like an image
 */
export function dimensionsOf({ bytes, orientation }: Cleaned): { width: number; height: number } {
  const { width, height } = measured(bytes);
  const valid = [width, height].every((side) => Number.isInteger(side) && side >= 1 && side <= maxPixels);
  if (!valid) throw broken();
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function measured(bytes: Buffer): { width: number; height: number } {
  try {
    return imageSize(bytes);
  } catch (error) {
    throw broken(error);
  }
}

function broken(cause?: unknown): AppError {
  return new AppError('FILE_UNREADABLE', { field: 'file', detail: { reason: '图片不完整，或者太大' }, cause });
}
