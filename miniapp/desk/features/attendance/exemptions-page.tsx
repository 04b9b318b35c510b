import { leaveReasonNames } from '@weidangxiao/shared/rules/leave.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear, today, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { AttendanceTabs } from './attendance-tabs.tsx';
import { EndExemptionDialog } from './end-exemption-dialog.tsx';
import { ExemptDialog } from './exempt-dialog.tsx';
import type { Exemption } from './exemption.ts';

const pageSize = 30;

/** Who need not come for a time, and by what that is known. */
export function ExemptionsPage() {
  const [filter, setFilter] = useState({ now: true, groupId: '', page: 1 });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Exemption | null>(null);
  const writes = useMay('exemptions.write');
  const { now, groupId, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listExemptions', { query: { page, pageSize, groupId: groupId || undefined, on: now ? today() : undefined } }));
  const set = (part: Partial<typeof filter>): void => setFilter({ ...filter, page: 1, ...part });
  const done = (words: string): void => {
    setAdding(false);
    setEnding(null);
    say(words);
    void loaded.reload();
  };
  const add = writes ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>登记免学</Button> : null;
  return (
    <Page title="出勤学时" aside="免学的日子里，活动和每周主题都不算他的" actions={add}>
      <AttendanceTabs now="/exemptions" />
      <FilterBar>
        <GroupSelect permission="exemptions.read" value={groupId} onPick={(next) => set({ groupId: next })} />
        <Check label="只看今天还在免学的" checked={now} onChange={(on) => set({ now: on })} />
      </FilterBar>
      <PagedTable of={loaded} label="免学" columns={columnsFor(writes, setEnding)} rowId={({ id }) => id} unit="次" onPage={(next) => set({ page: next })} empty={now ? '今天没有人免学' : '没有登记过免学'} hint="生病住院、长期公务、生育、丧事，可以登记一段日子" />
      {adding ? <ExemptDialog onClose={() => setAdding(false)} onDone={(name) => done(`${name}登记了免学`)} /> : null}
      {ending ? <EndExemptionDialog exemption={ending} onClose={() => setEnding(null)} onDone={() => done('改好了，后面的日子照常算')} /> : null}
    </Page>
  );
}

function columnsFor(writes: boolean, onEnd: (exemption: Exemption) => void): ColumnDef<Exemption>[] {
  const end: ColumnDef<Exemption> = {
    id: 'acts',
    header: '',
    cell: ({ row: { original } }) => (original.ended || original.to < today() ? null : <Button small kind="text" aria-label={`提前结束${original.member.name}的免学`} onClick={() => onEnd(original)}>提前结束</Button>),
    meta: { right: true },
  };
  return [
    { header: '谁', cell: ({ row: { original } }) => <b className="medium">{original.member.name}</b> },
    { header: '哪些日子', cell: ({ row: { original } }) => `${dateWithYear(original.from)}到${dateWithYear(original.to)}` },
    { header: '为什么', cell: ({ row: { original } }) => (original.reason ? leaveReasonNames[original.reason] : <span className="faint">不显示</span>) },
    { header: '依据', cell: ({ row: { original } }) => <span className="minor">{original.evidence ?? ''}</span>, meta: { wrap: true } },
    { header: '免了几场', cell: ({ row: { original } }) => original.settled || '', meta: { right: true } },
    { header: '谁登记的', cell: ({ row: { original } }) => <Who exemption={original} />, meta: { wrap: true } },
    ...(writes ? [end] : []),
  ];
}

function Who({ exemption: { createdBy, createdAt, ended } }: { exemption: Exemption }) {
  return (
    <span className="minor note-size">
      {createdBy.name}，{whenInChinese(createdAt)}
      {ended ? `；${ended.by.name}改过，原来到${dateWithYear(ended.plannedTo)}：${ended.why}` : ''}
    </span>
  );
}
