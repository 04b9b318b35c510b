import { BarSelect } from '../../components/field.tsx';
import { useGroups } from './use-groups.ts';

/** Narrows a list down to one group; empty: all of them. */
export function GroupSelect({ value, onPick, all = '全部小组' }: { value: string; onPick: (groupId: string) => void; all?: string }) {
  const groups = useGroups() ?? [];
  return <BarSelect label="小组" value={value} choices={[{ value: '', label: all }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => onPick(event.target.value)} />;
}
