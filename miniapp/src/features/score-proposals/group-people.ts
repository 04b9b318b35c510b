import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { useStored } from '@/platform/stored';

/** The people of a group that one leads, as choices by their names; never oneself. */
export function useGroupPeople(groupId: string): readonly { value: string; name: string }[] {
  const me = useSession(({ caller }) => caller?.member?.id ?? null);
  const { value } = useStored(groupId ? `group-members/${groupId}` : null, () => call('listMembers', { query: { groupId, state: 'active', pageSize: 100 } }));
  const people = (value?.items ?? []).filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, name }));
  return people.sort((a, b) => byName(a.name, b.name));
}
