import type { INestApplicationContext } from '@nestjs/common';
import { LessonDeskService } from '../../src/lessons/lesson-desk.service.ts';
import type { WholeTownScope } from '../../src/platform/access/scope.ts';
import { asPerson } from './as-person.ts';
import { blocksOf } from './lesson-blocks.ts';
import { lessonTexts } from './lesson-texts.ts';
import type { SampleTown } from './sample-town.ts';

/** Ids by category, in the order of the texts. */
export type LessonShelf = ReadonlyMap<string, readonly string[]>;

export async function seedLessons(app: INestApplicationContext, { admin }: SampleTown): Promise<LessonShelf> {
  const shelf = new Map<string, string[]>();
  for (const { title, category, text } of lessonTexts) {
    const body = { title, category, blocks: blocksOf(text), audio: null, source: '示范教材，供演示用' };
    const { id } = await asPerson(admin, 'town', 'createLesson', (scope: WholeTownScope) => app.get(LessonDeskService).add(scope, body));
    shelf.set(category, [...(shelf.get(category) ?? []), id]);
  }
  return shelf;
}
