import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Lesson } from './lesson.entity.ts';
import type { LessonHead } from './lessons.repository.ts';

type Row = Answer<'listLessons'>['items'][number];
type Corrections = Answer<'getLesson'>['corrections'];

export function rowOf({ id, title, category, minutes, source, sentOn, ...lesson }: LessonHead): Row {
  return { id, title, category, minutes, audio: audioOf(lesson), source, sentOn };
}

export function viewOf(lesson: Lesson, corrections: Corrections): Answer<'getLesson'> {
  const { blocks, updatedAt } = lesson;
  return { ...rowOf(lesson), blocks, updatedAt, corrections };
}

export function audioOf({ audioFileId, audioSeconds }: Pick<Lesson, 'audioFileId' | 'audioSeconds'>): Row['audio'] {
  return audioFileId === null || audioSeconds === null ? null : { fileId: audioFileId, seconds: audioSeconds };
}
