import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type SchoolRow = Answer<'listSchools'>['items'][number];
export type School = Answer<'getSchool'>;

/** Of those who lead; empty where nobody does yet. */
export function leadersOf({ leaders }: Pick<SchoolRow, 'leaders'>): string {
  return leaders.map(({ name }) => name).join('、');
}
