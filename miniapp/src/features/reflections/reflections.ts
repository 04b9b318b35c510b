import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type ReflectionState, reflectionStateNames } from '@weidangxiao/shared/rules/reflection.ts';
import { isoWeek, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import type { Caller } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

type Page = Answer<'listReflections'>;
export type Reflection = Answer<'getReflection'>;
export type Reflections = Paged<Reflection, Page>;

interface Filter {
  readonly state?: ReflectionState;
  readonly groupId?: string;
  readonly mine?: 'true';
}

/** A list of reflections, the newest first; loads nothing while `wanted` is false. */
export function useReflections(filter: Filter, wanted = true): Reflections {
  const key = ['reflections', filter.groupId ?? 'town', filter.state ?? 'all', filter.mine ? 'mine' : 'everybody'].join('/');
  return usePaged(wanted ? key : null, (page) => call('listReflections', { query: { ...filter, page, pageSize: 10 } }));
}

export function useReflection(id: string | null): Stored<Reflection> {
  return useStored(id ? `reflection/${id}` : null, () => call('getReflection', { params: { id: id ?? '' } }));
}

/** 第四十八周, or nothing where it belongs to no Monday. */
export function weekOf({ monday }: Pick<Reflection, 'monday'>): string | null {
  return monday && weekNumberInChinese(isoWeek(monday).week);
}

/** Whose it is: a group's is the group's, whoever wrote it down. */
export function signature({ kind, author, group }: Reflection): { name: string; note: string | null } {
  return kind === 'group' && group ? { name: group.name, note: `${author.name}写` } : { name: author.name, note: group?.name ?? null };
}

/** Its author, and for a group's the leader, may still write on it. */
export function mayWriteOn({ state, kind, author, group }: Reflection, caller: Caller | null): boolean {
  const leads = kind === 'group' && caller?.leads.some(({ id }) => id === group?.id);
  return (state === 'draft' || state === 'returned') && (author.memberId === caller?.member?.id || leads === true);
}

export const stateNames = reflectionStateNames;
export const stateTones = { draft: undefined, in_review: 'blue', returned: 'amber', published: 'green' } as const satisfies Record<ReflectionState, string | undefined>;
