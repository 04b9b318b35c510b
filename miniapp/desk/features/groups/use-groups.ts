import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';

export type Group = Answer<'listGroups'>['items'][number];

/** The town's groups; null until they are there. */
export function useGroups(): Group[] | null {
  return useLoaded('groups', allGroups).data;
}

/** All of them in the server's order, as people count them, page by page: a town has a few dozen. */
export async function allGroups(): Promise<Group[]> {
  const pageSize = 100;
  const first = await call('listGroups', { query: { pageSize } });
  const groups = [...first.items];
  for (let page = 2; groups.length < first.total; page += 1) groups.push(...(await call('listGroups', { query: { page, pageSize } })).items);
  return groups;
}
