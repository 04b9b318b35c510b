import type { Permission } from '@weidangxiao/shared/permissions.ts';
import { BarSelect } from '../../components/field.tsx';
import { useGroupsFor } from './use-groups.ts';

interface Props {
  value: string;
  onPick: (groupId: string) => void;
  all?: string;
  /** What is listed is known to leaders for their own groups alone; who leads one has nothing to choose. */
  permission?: Permission;
}

/** Narrows a list down to one group; empty: all of them. */
export function GroupSelect({ value, onPick, all = '全部小组', permission = 'groups.read' }: Props) {
  const { groups, whole } = useGroupsFor(permission);
  if (!whole && groups.length < 2) return null;
  return <BarSelect label="小组" value={value} choices={[{ value: '', label: whole ? all : '我的小组' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => onPick(event.target.value)} />;
}
