import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';

export type Teacher = Answer<'listTeachers'>['items'][number];
export type TeacherDetail = Answer<'getTeacher'>;
export type Invitation = Answer<'listTeacherInvitations'>['items'][number];

const pageSize = 100;

/** All teachers who can be asked, by name. */
export async function allTeachers(): Promise<Teacher[]> {
  const first = await call('listTeachers', { query: { pageSize } });
  const teachers = [...first.items];
  for (let page = 2; teachers.length < first.total; page += 1) teachers.push(...(await call('listTeachers', { query: { page, pageSize } })).items);
  return teachers;
}

/** A teacher's name, also of one who no longer teaches; null while it is not known. */
export function useTeacherName(id: string | null): string | null {
  return useLoaded(id, () => call('getTeacher', { params: { id: id ?? '' } })).data?.name ?? null;
}
