import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { Empty, FailureNote, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { RosterTabs } from '../members/roster-tabs.tsx';
import { allGroups, type Group } from './use-groups.ts';

type Naming = { group: Group | null } | null;

/** The study groups: who leads them and how many they are. */
export function GroupsPage() {
  const loaded = useLoaded('groups', allGroups);
  const writes = useMay('groups.write');
  const act = useAct();
  const [naming, setNaming] = useState<Naming>(null);
  const name = async (words: string): Promise<void> => {
    const group = naming?.group;
    const done = await act.run(async () => {
      await (group ? call('updateGroup', { params: { id: group.id }, body: { name: words } }) : call('createGroup', { body: { name: words } }));
      await loaded.reload();
    });
    if (!done) return;
    setNaming(null);
    if (group) say(`改成“${words}”了`, () => call('updateGroup', { params: { id: group.id }, body: { name: group.name } }).then(loaded.reload));
  };
  const close = async (group: Group): Promise<void> => {
    if (!(await ask({ title: `停用${group.name}`, text: '停用后不能再往里加人，以前的记录都留着。', yes: '停用' }))) return;
    const done = await act.run(async () => {
      await call('closeGroup', { params: { id: group.id } });
      await loaded.reload();
    });
    if (done) say(`${group.name}停用了`);
  };
  const add = writes ? <Button kind="primary" icon="plus" onClick={() => setNaming({ group: null })}>加小组</Button> : null;
  return (
    <Page title="花名册" aside={loaded.data ? `${loaded.data.length}个小组` : ''} actions={add}>
      <RosterTabs now="/groups" />
      {naming || !act.failure ? null : <Pad><FailureNote failure={act.failure} /></Pad>}
      <Ready of={loaded}>
        {(groups) =>
          groups.length === 0 ? <Empty title="还没有小组">加小组，或者从Excel导入，表里的小组可以一起建</Empty> : <DataTable label="小组" columns={columnsFor(writes, (group) => setNaming({ group }), (group) => void close(group))} rows={groups} rowId={({ id }) => id} />
        }
      </Ready>
      {naming ? <ReasonDialog title={naming.group ? '小组改名' : '加小组'} label="小组名" yes={naming.group ? '改名' : '加上'} max={40} initial={naming.group?.name ?? ''} busy={act.busy} failure={act.failure} onClose={() => { setNaming(null); act.clear(); }} onDone={(words) => void name(words)} /> : null}
    </Page>
  );
}

function columnsFor(writes: boolean, onName: (group: Group) => void, onClose: (group: Group) => void): ColumnDef<Group>[] {
  const acts: ColumnDef<Group> = {
    id: 'acts',
    header: '',
    cell: ({ row: { original } }) => (
      <span className="row">
        <Button small kind="text" aria-label={`${original.name}改名`} onClick={() => onName(original)}>改名</Button>
        <Button small kind="text" aria-label={`停用${original.name}`} onClick={() => onClose(original)}>停用</Button>
      </span>
    ),
    meta: { right: true, width: 160 },
  };
  return [
    { header: '小组', cell: ({ row: { original } }) => <b className="medium">{original.name}</b>, meta: { limit: 20 } },
    { header: '组长', cell: ({ row: { original } }) => original.leaders.map(({ name }) => name).join('、') || <span className="amber">还没有组长</span> },
    { header: '人数', cell: ({ row: { original } }) => original.members, meta: { right: true, width: 100 } },
    ...(writes ? [acts] : []),
  ];
}
