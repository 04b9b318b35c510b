import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '@/platform/request';
import { townQuery } from '@/platform/session';
import { isStored, store, type Stored, useStored } from '@/platform/stored';

export type Lesson = Answer<'getLesson'>;
export type CatalogueRow = Answer<'listLessons'>['items'][number];

/** A lesson's whole text; guests read it too. */
export function useLesson(id: string): Stored<Lesson> {
  return useStored(id ? keyOf(id) : null, () => load(id));
}

export function lessonIsStored(id: string): boolean {
  return isStored(keyOf(id));
}

/** Brings the week's texts onto the phone one by one, so that they can be read in the field. */
export async function storeLessons(lessons: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of lessons) await store(keyOf(id), () => load(id));
}

function keyOf(id: string): string {
  return `lesson/${id}`;
}

function load(id: string): Promise<Lesson> {
  return call('getLesson', { params: { id }, query: townQuery() });
}
