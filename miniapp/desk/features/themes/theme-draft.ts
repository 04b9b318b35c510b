import type { LessonRow } from '../lessons/lesson-words.ts';
import type { Theme } from './theme-words.ts';

/** What a person writes about a Monday, as it stands in the form. */
export interface Draft {
  title: string;
  lead: string;
  lessons: LessonRow[];
  articleUrl: string;
}

export const blankDraft: Draft = { title: '', lead: '', lessons: [], articleUrl: '' };

export function draftOf({ title, lead, lessons, articleUrl }: Theme): Draft {
  return { title, lead, lessons, articleUrl: articleUrl ?? '' };
}

export function bodyOf({ title, lead, lessons, articleUrl }: Draft): { title: string; lead: string; lessonIds: string[]; articleUrl: string | null } {
  return { title: title.trim(), lead: lead.trim(), lessonIds: lessons.map(({ id }) => id), articleUrl: articleUrl.trim() || null };
}

export function isSame(one: Draft, other: Draft): boolean {
  return JSON.stringify(bodyOf(one)) === JSON.stringify(bodyOf(other));
}

/** The list with the item at `from` standing at `to`. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  return item === undefined || to < 0 || to >= items.length ? [...items] : [...rest.slice(0, to), item, ...rest.slice(to)];
}
