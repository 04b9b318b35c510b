import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Check } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { VenueTabs } from '../venues/venue-tabs.tsx';
import type { PracticeBase } from './practice-base.ts';
import { PracticeBaseDialog } from './practice-base-dialog.tsx';

const pageSize = 30;

/** Where people learn by doing: what can be practised, who shows it, when. */
export function PracticeBasesPage() {
  const [groupId, setGroupId] = useState('');
  const [closed, setClosed] = useState(false);
  const [page, setPage] = useState(1);
  const [editing, setEditing] = useState<PracticeBase | 'new' | null>(null);
  const writes = useMay('practice-bases.write');
  const act = useAct();
  const loaded = useLoaded(JSON.stringify([groupId, closed, page]), () => call('listPracticeBases', { query: { page, pageSize, groupId: groupId || undefined, closed: String(closed) } }));
  const close = async (base: PracticeBase): Promise<void> => {
    if (!(await ask({ title: `停用${base.name}`, text: '停用后不能恢复，以前的记录都留着。', yes: '停用' }))) return;
    const done = await act.run(async () => {
      await call('closePracticeBase', { params: { id: base.id } });
      await loaded.reload();
    });
    if (done) say(`${base.name}停用了`);
  };
  const add = writes ? <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>加实践点</Button> : null;
  return (
    <Page title="场地和实践点" aside={loaded.data ? `${loaded.data.total}个实践点` : ''} actions={add}>
      <VenueTabs now="/practice-bases" />
      <FilterBar>
        <GroupSelect value={groupId} onPick={(next) => { setGroupId(next); setPage(1); }} />
        <Check label="看停用的" checked={closed} onChange={(on) => { setClosed(on); setPage(1); }} />
      </FilterBar>
      <FailureNote failure={act.failure} />
      <PagedTable of={loaded} label="实践点" columns={columnsFor(writes && !closed, setEditing, (base) => void close(base))} rowId={({ id }) => id} unit="个" onPage={setPage} empty={closed ? '没有停用的' : '还没有实践点'} hint={closed ? '' : '柑橘园、电商小站，能动手的地方都可以'} />
      {editing ? <PracticeBaseDialog base={editing === 'new' ? null : editing} onClose={() => setEditing(null)} onDone={() => { setEditing(null); void loaded.reload(); }} /> : null}
    </Page>
  );
}

function columnsFor(writes: boolean, onEdit: (base: PracticeBase) => void, onClose: (base: PracticeBase) => void): ColumnDef<PracticeBase>[] {
  const acts: ColumnDef<PracticeBase> = {
    id: 'acts',
    header: '',
    cell: ({ row: { original } }) => (
      <span className="row">
        <Button small kind="text" aria-label={`改${original.name}`} onClick={() => onEdit(original)}>改</Button>
        <Button small kind="text" aria-label={`停用${original.name}`} onClick={() => onClose(original)}>停用</Button>
      </span>
    ),
    meta: { right: true },
  };
  return [
    { header: '实践点', cell: ({ row: { original } }) => <b className="medium">{original.name}</b>, meta: { limit: 14 } },
    { header: '能练什么', cell: ({ row: { original } }) => original.practices.join('、'), meta: { wrap: true } },
    { header: '归谁', cell: ({ row: { original } }) => <span className="minor">{original.group?.name ?? '镇里'}</span>, meta: { limit: 10 } },
    { header: '找谁', cell: ({ row: { original } }) => original.keeper?.name ?? <span className="amber">还没定</span> },
    { header: '什么时候能去', cell: ({ row: { original } }) => <span className="minor">{[original.note, original.address].filter(Boolean).join('，')}</span>, meta: { wrap: true } },
    ...(writes ? [acts] : []),
  ];
}
