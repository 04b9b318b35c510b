import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Tone } from '../../components/chip.tsx';

export type LessonRow = Answer<'listLessons'>['items'][number];
export type Lesson = Answer<'getLesson'>;
export type Category = LessonRow['category'];

export const categoryNames: Readonly<Record<Category, string>> = { theory: '理论', history: '党史', farming: '种养', ecommerce: '电商', skills: '技能' };
export const categoryTones: Readonly<Record<Category, Tone>> = { theory: 'red', history: 'gold', farming: 'green', ecommerce: 'blue', skills: 'plain' };
export const categories = Object.keys(categoryNames) as Category[];
export const categoryChoices = categories.map((value) => ({ value, label: categoryNames[value] }));

/** 5:40 */
export function lengthOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
