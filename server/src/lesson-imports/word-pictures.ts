import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { FilesService, FreshFile } from '../files/files.service.ts';
import { contentTypes, kindOf } from '../platform/files/file-kinds.ts';
import type { Picture, WordBlock } from './word/draft.ts';
import type { WordLesson } from './word/read-word.ts';
import type { WarningCode } from './word/warnings.ts';

/** The pictures of a document by their parts: on the disk, or why not. */
export type KeptPictures = ReadonlyMap<string, FreshFile | WarningCode>;

/** Each part once, however often it is shown. Where one cannot be written at all, none stays. */
export async function keepPictures({ blocks, bytesOf }: WordLesson, files: FilesService): Promise<KeptPictures> {
  const parts = new Set(blocks.flatMap((block) => (block.type === 'picture' ? [block.part] : [])));
  const kept = new Map<string, FreshFile | WarningCode>();
  try {
    for (const part of parts) kept.set(part, await keepPicture(bytesOf(part), files));
    return kept;
  } catch (error) {
    await files.discard(filesOf(kept));
    throw error;
  }
}

export function filesOf(kept: KeptPictures): FreshFile[] {
  return [...kept.values()].filter((picture) => typeof picture !== 'string');
}

/** The blocks with their pictures' files. What a lost picture said below itself stays as text. */
export function blocksWith({ blocks, warnings }: WordLesson, kept: KeptPictures): Block[] {
  return blocks.flatMap((block: WordBlock): Block[] => {
    if (block.type !== 'picture') return [block];
    const picture = kept.get(block.part) ?? 'PICTURES_BROKEN';
    if (typeof picture !== 'string') return [imageOf(block, picture)];
    warnings.add(picture);
    return block.caption ? [{ type: 'paragraph', runs: [{ text: block.caption }] }] : [];
  });
}

async function keepPicture(bytes: Buffer | null, files: FilesService): Promise<FreshFile | WarningCode> {
  if (!bytes) return 'PICTURES_BROKEN';
  const kind = kindOf(bytes);
  if (!kind || kind === 'heic' || !contentTypes[kind].startsWith('image/')) return 'PICTURE_FORMATS';
  try {
    return await files.keep(bytes, 'lesson');
  } catch (error) {
    const unfit = error instanceof AppError && (error.code === 'FILE_UNREADABLE' || error.code === 'FILE_TOO_LARGE');
    if (!unfit) throw error;
    return error.code === 'FILE_TOO_LARGE' ? 'PICTURES_LARGE' : 'PICTURES_BROKEN';
  }
}

function imageOf({ alt, caption }: Picture, { id, width, height }: FreshFile): Block {
  return { type: 'image', fileId: id, width: width ?? 1, height: height ?? 1, alt, ...(caption ? { caption } : {}) };
}
