import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type SchoolRow = Answer<'listSchools'>['items'][number];
export type School = Answer<'getSchool'>;
export type Chart = Answer<'getOrganisation'>;
export type Post = Chart['posts'][number];
export type Plan = Answer<'getImplementationPlan'>;

export const pages = {
  schools: 'packages/town/schools/index',
  school: 'packages/town/school/index',
  organisation: 'packages/town/organisation/index',
  plan: 'packages/town/plan/index',
} as const;

export function useSchools(): Paged<SchoolRow, Answer<'listSchools'>> {
  return usePaged<SchoolRow, Answer<'listSchools'>>(useMember() && 'schools', (page) => call('listSchools', { query: { page, pageSize: 60 } }));
}

export function useSchool(id: string): Stored<School> {
  return useStored(useMember() && `school/${id}`, () => call('getSchool', { params: { id } }));
}

export function useOrganisation(): Stored<Chart> {
  return useStored(useMember() && 'organisation', () => call('getOrganisation'));
}

/** The version in force today, else the first to come. */
export function usePlan(): Stored<Plan> {
  return useStored(useMember() && 'implementation-plan', () => call('getImplementationPlan'));
}

/** The posts below one, in their order; null: those at the top. */
export function postsBelow(posts: readonly Post[], parentId: string | null): readonly Post[] {
  return posts.filter((post) => post.parentId === parentId);
}

function useMember(): string | null {
  return useSession(({ caller }) => caller?.member?.id ?? null);
}
