import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type MakeUpState, makeUpStateNames, makeUpStates, makeUpWayNames } from '@weidangxiao/shared/rules/make-up.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { AttendanceTabs } from './attendance-tabs.tsx';
import { Decide } from './decide.tsx';
import { DecisionWords } from './decision-words.tsx';
import { useDecides } from './use-decides.ts';
import { SessionLink } from './session-link.tsx';

type MakeUp = Answer<'listMakeUps'>['items'][number];
const pageSize = 30;
const states = [...makeUpStates.map((value) => ({ value: value as string, label: makeUpStateNames[value] })), { value: '', label: '全部' }];

/** What was missed and made up within fourteen days, with how it was done. */
export function MakeUpsPage() {
  const [filter, setFilter] = useState({ state: 'waiting', groupId: '', page: 1 });
  const { state, groupId, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listMakeUps', { query: { page, pageSize, groupId: groupId || undefined, state: (state || undefined) as MakeUpState | undefined } }));
  const decides = useDecides('make-ups.decide');
  const set = (part: Partial<typeof filter>): void => setFilter({ ...filter, page: 1, ...part });
  return (
    <Page title="出勤学时" aside="补学在14天内，核实了一样算">
      <AttendanceTabs now="/make-ups" />
      <FilterBar>
        <BarSelect label="到哪一步" value={state} choices={states} onChange={(event) => set({ state: event.target.value })} />
        <GroupSelect permission="make-ups.read" value={groupId} onPick={(next) => set({ groupId: next })} />
      </FilterBar>
      <PagedTable of={loaded} label="补学" columns={columnsFor(decides, () => void loaded.reload())} rowId={({ id }) => id} unit="次" onPage={(next) => set({ page: next })} empty={state === 'waiting' ? '没有等着核实的补学' : '没有这样的补学'} />
    </Page>
  );
}

function columnsFor(decides: (memberId: string) => boolean, onDone: () => void): ColumnDef<MakeUp>[] {
  return [
    { header: '谁', cell: ({ row: { original } }) => <b className="medium">{original.member.name}</b> },
    { header: '补哪一场', cell: ({ row: { original } }) => <SessionLink session={original.session} />, meta: { wrap: true } },
    { header: '怎么补的', cell: ({ row: { original } }) => `${makeUpWayNames[original.way]}：${original.text}`, meta: { wrap: true } },
    { header: '哪天补的', cell: ({ row: { original } }) => <span className="minor">{dateWithYear(original.on)}{original.late ? '，过后才收到' : ''}{original.enteredBy ? `，${original.enteredBy.name}代记` : ''}</span> },
    {
      header: '核实没有',
      cell: ({ row: { original } }) =>
        original.state === 'waiting' && decides(original.member.memberId) ? (
          <Decide name={original.member.name} yes="核实了" no="不算" ask="为什么不算" decide={(accept, reason) => call('decideMakeUp', { params: { id: original.id }, body: { accept, reason } })} onDone={onDone} />
        ) : (
          <DecisionWords words={makeUpStateNames[original.state]} decision={original.decision} />
        ),
    },
  ];
}
