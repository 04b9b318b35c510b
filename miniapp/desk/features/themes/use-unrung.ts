import { call } from '../../platform/request.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import { allGroups } from '../groups/use-groups.ts';
import type { Unrung } from './push-words.ts';
import { inOrder } from './unrung-order.ts';

const pageSize = 100;

/** All whom no doorbell reached, in the order of groups and then of names: whoever goes to see them goes group by group. */
export function useUnrung(monday: string | null): Loaded<Unrung[]> {
  return useLoaded(monday, async () => {
    const [people, groups] = await Promise.all([allUnrung(monday ?? ''), allGroups()]);
    return inOrder(people, groups.map(({ name }) => name));
  });
}

async function allUnrung(monday: string): Promise<Unrung[]> {
  const people: Unrung[] = [];
  for (let page = 1, total = 1; (page - 1) * pageSize < total; page += 1) {
    const answer = await call('listUnrung', { params: { monday }, query: { page, pageSize } });
    people.push(...answer.items);
    total = answer.total;
  }
  return people;
}
