import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type MyGroup = Answer<'getMyGroup'>;
export type Group = NonNullable<MyGroup['group']>;
export type Town = Answer<'getTown'>;
export type Person = Group['leaders'][number];

/** The group of whoever is logged in; loads nothing for guests and operators. */
export function useMyGroup(): Stored<MyGroup> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(member ? 'group' : null, () => call('getMyGroup'));
}

export function useTown(): Stored<Town> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(member ? 'town' : null, () => call('getTown'));
}

/** As a Chinese list is read out: by the sound of the names, never by what anybody has done. */
export function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name.localeCompare(other.name, 'zh-CN');
}

/** 组长罗世全 or 组长罗世全、李永贵; nothing where there is none. */
export function leadersOf({ leaders }: Group): string {
  return leaders.length > 0 ? `组长${leaders.map(({ name }) => name).join('、')}` : '还没有组长';
}

export const pages = {
  login: 'packages/account/login/index',
  week: 'packages/leader/home/index',
  compose: 'packages/leader/compose/index',
  reflection: 'packages/leader/reflection/index',
  reflections: 'packages/leader/reflections/index',
  approvals: 'packages/leader/approvals/index',
  theme: 'packages/leader/theme/index',
  lesson: 'packages/read/lesson/index',
} as const;
