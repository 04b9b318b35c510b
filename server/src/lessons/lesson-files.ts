import type { Lesson } from './lesson.entity.ts';

/** Ids of all pictures, sound and papers that a lesson shows. */
export function filesIn({ blocks, audioFileId }: Pick<Lesson, 'blocks' | 'audioFileId'>): string[] {
  const inBlocks = blocks.flatMap((block) => ('fileId' in block ? [block.fileId] : []));
  return audioFileId ? [audioFileId, ...inBlocks] : inBlocks;
}
