import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type CourseSet = Answer<'getCourseSet'>;
export type CourseSetRow = Answer<'listCourseSets'>['items'][number];
export type CourseRequest = Answer<'listCourseRequests'>['items'][number];
export type CourseSuggestion = Answer<'listCourseSuggestions'>['items'][number];

export const pages = {
  requests: 'packages/courses/requests/index',
  set: 'packages/courses/set/index',
  lesson: 'packages/read/lesson/index',
  session: 'packages/sessions/session/index',
} as const;

/** Each with its reason; none without one. */
export function useCourseSuggestions(): Stored<readonly CourseSuggestion[]> {
  return useStored(useMember() && 'course-suggestions', async () => (await call('listCourseSuggestions', { query: { pageSize: 6 } })).items);
}

/** What people of the town want to learn, the newest first. */
export function useCourseRequests(): Paged<CourseRequest, Answer<'listCourseRequests'>> {
  return usePaged<CourseRequest, Answer<'listCourseRequests'>>(useMember() && 'course-requests', (page) => call('listCourseRequests', { query: { page, pageSize: 20 } }));
}

export function useCourseSets(): Stored<readonly CourseSetRow[]> {
  return useStored(useMember() && 'course-sets', async () => (await call('listCourseSets', { query: { pageSize: 50 } })).items);
}

export function useCourseSet(id: string): Stored<CourseSet> {
  return useStored(useMember() && `course-set/${id}`, () => call('getCourseSet', { params: { id } }));
}

function useMember(): string | null {
  return useSession(({ caller }) => caller?.member?.id ?? null);
}
