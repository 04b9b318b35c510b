import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type Imported = Answer<'createLessonImport'>;

let waiting: Imported | null = null;

/** A Word file that has just been read waits here until the page of the new lesson takes it. */
export const importedLesson = {
  leave: (imported: Imported): void => {
    waiting = imported;
  },
  peek: (): Imported | null => waiting,
  forget: (): void => {
    waiting = null;
  },
};
