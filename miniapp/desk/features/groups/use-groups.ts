import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Permission } from '@weidangxiao/shared/permissions.ts';
import { call } from '../../platform/request.ts';
import { useLed, useReach } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';

export type Group = Answer<'listGroups'>['items'][number];

/** The town's groups; null until they are there. */
export function useGroups(): Group[] | null {
  return useLoaded('groups', allGroups).data;
}

/** Those for which this person may do it: the whole town's, or the ones they lead. */
export function useGroupsFor(permission: Permission): { groups: readonly { id: string; name: string }[]; whole: boolean } {
  const whole = useReach(permission) === 'town';
  const led = useLed();
  const all = useLoaded(whole ? 'groups' : null, allGroups).data ?? [];
  return { groups: whole ? all : led, whole };
}

/** The group that a list begins with: the one asked for, else a leader's first; they may look at the others. */
export function useFirstGroup(permission: Permission, asked: string): string {
  const [first] = useLed();
  const led = useReach(permission) === 'group' ? first?.id : undefined;
  return asked || (led ?? '');
}

/** All of them in the server's order, as people count them, page by page: a town has a few dozen. */
export async function allGroups(): Promise<Group[]> {
  const pageSize = 100;
  const first = await call('listGroups', { query: { pageSize } });
  const groups = [...first.items];
  for (let page = 2; groups.length < first.total; page += 1) groups.push(...(await call('listGroups', { query: { page, pageSize } })).items);
  return groups;
}
