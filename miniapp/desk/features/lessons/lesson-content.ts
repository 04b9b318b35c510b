import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import { keyed, type KeyedBlock, storable } from './keyed-blocks.ts';
import type { Category, Lesson } from './lesson-words.ts';

/** A lesson as it stands in the editor. */
export interface Content {
  title: string;
  category: Category;
  source: string;
  audio: { fileId: string; seconds: number } | null;
  blocks: KeyedBlock[];
}

export function blankLesson(): Content {
  return { title: '', category: 'theory', source: '', audio: null, blocks: [] };
}

export function fromWord({ title, blocks }: Answer<'createLessonImport'>): Content {
  return { ...blankLesson(), title: (title ?? '').slice(0, 60), blocks: blocks.map(keyed) };
}

export function contentOf({ title, category, source, audio, blocks }: Lesson): Content {
  return { title, category, source: source ?? '', audio, blocks: blocks.map(keyed) };
}

export function bodyOf({ title, category, source, audio, blocks }: Content): Request<'createLesson'>['body'] {
  return { title: title.trim(), category, source: source.trim() || null, audio, blocks: storable(blocks) };
}
