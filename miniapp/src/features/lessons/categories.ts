import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type LessonCategory = Answer<'getLesson'>['category'];

/** What a lesson is about, in the two characters that fit before its title. */
export const categoryNames: Readonly<Record<LessonCategory, string>> = { theory: '理论', history: '党史', farming: '种养', ecommerce: '电商', skills: '技能' };
