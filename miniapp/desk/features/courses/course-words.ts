import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type CourseSetRow = Answer<'listCourseSets'>['items'][number];
export type CourseSet = Answer<'getCourseSet'>;
export type CourseRequest = Answer<'listCourseRequests'>['items'][number];
