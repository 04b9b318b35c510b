import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { leaveReasonNames, type LeaveState, leaveStateNames, leaveStates } from '@weidangxiao/shared/rules/leave.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useReach } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { AttendanceTabs } from './attendance-tabs.tsx';
import { Decide } from './decide.tsx';
import { DecisionWords } from './decision-words.tsx';
import { useDecides } from './use-decides.ts';
import { SessionLink } from './session-link.tsx';

type Leave = Answer<'listLeaves'>['items'][number];
const pageSize = 30;
const states = [...leaveStates.map((value) => ({ value: value as string, label: leaveStateNames[value] })), { value: '', label: '全部' }];

/** Who cannot come: what waits first, and how the others were decided. */
export function LeavesPage() {
  const [filter, setFilter] = useState({ state: 'waiting', groupId: '', page: 1 });
  const { state, groupId, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listLeaves', { query: { page, pageSize, groupId: groupId || undefined, state: (state || undefined) as LeaveState | undefined } }));
  const decides = useDecides('leaves.decide');
  const decidesAll = useReach('leaves.decide') === 'town';
  const set = (part: Partial<typeof filter>): void => setFilter({ ...filter, page: 1, ...part });
  return (
    <Page title="出勤学时" aside={decidesAll ? '平时由组长定，组长定不了的在这里' : '本组的由你定，自己的由镇里定'}>
      <AttendanceTabs now="/leaves" />
      <FilterBar>
        <BarSelect label="到哪一步" value={state} choices={states} onChange={(event) => set({ state: event.target.value })} />
        <GroupSelect permission="leaves.read" value={groupId} onPick={(next) => set({ groupId: next })} />
      </FilterBar>
      <PagedTable of={loaded} label="请假" columns={columnsFor(decides, () => void loaded.reload())} rowId={({ id }) => id} unit="次" onPage={(next) => set({ page: next })} empty={state === 'waiting' ? '没有等着定的请假' : '没有这样的请假'} />
    </Page>
  );
}

function columnsFor(decides: (memberId: string) => boolean, onDone: () => void): ColumnDef<Leave>[] {
  return [
    { header: '谁', cell: ({ row: { original } }) => <b className="medium">{original.member.name}</b> },
    { header: '哪一场', cell: ({ row: { original } }) => <SessionLink session={original.session} />, meta: { wrap: true } },
    { header: '为什么', cell: ({ row: { original } }) => <Why leave={original} />, meta: { wrap: true } },
    { header: '什么时候请的', cell: ({ row: { original } }) => <When leave={original} /> },
    {
      header: '定了没有',
      cell: ({ row: { original } }) =>
        original.state === 'waiting' && decides(original.member.memberId) ? (
          <Decide name={original.member.name} yes="准假" no="不准" ask="为什么不准" decide={(approve, reason) => call('decideLeave', { params: { id: original.id }, body: { approve, reason } })} onDone={onDone} />
        ) : (
          <DecisionWords words={leaveStateNames[original.state]} decision={original.decision} />
        ),
    },
  ];
}

function Why({ leave: { reason, text, exempts } }: { leave: Leave }) {
  return (
    <>
      {leaveReasonNames[reason]}
      {text ? `，${text}` : ''}
      <p className="note-size minor">{exempts ? '准了这一场不算' : '准了记请假'}</p>
    </>
  );
}

function When({ leave: { capturedAt, late, enteredBy } }: { leave: Leave }) {
  return (
    <span className="minor">
      {whenInChinese(capturedAt)}
      {late ? <span className="amber">，开始后才收到</span> : null}
      {enteredBy ? `，${enteredBy.name}代记` : ''}
    </span>
  );
}
