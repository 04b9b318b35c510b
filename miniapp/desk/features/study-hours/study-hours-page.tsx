import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/field.tsx';
import { Page, Pad } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { AttendanceTabs } from '../attendance/attendance-tabs.tsx';
import { GroupSelect } from '../groups/group-select.tsx';
import type { HoursRow } from './hours-words.ts';
import { isBehind, stillMissing } from './hours-words.ts';

const pageSize = 50;

const columnsOf = (year: string): ColumnDef<HoursRow>[] => [
  { header: '姓名', cell: ({ row: { original } }) => <a className="medium" href={`#/study-hours/${year}/members/${original.member.memberId}`} onClick={(event) => event.stopPropagation()}>{original.member.name}</a>, meta: { limit: 8 } },
  { header: '小组', cell: ({ row: { original } }) => <span className="minor">{original.group?.name ?? '没有小组'}</span> },
  { header: '已有', cell: ({ row: { original } }) => original.hours, meta: { right: true } },
  { header: '按进度该有', cell: ({ row: { original } }) => original.due, meta: { right: true } },
  { header: '全年该有', cell: ({ row: { original } }) => original.required, meta: { right: true } },
  { header: '还差', cell: ({ row: { original } }) => stillMissing(original), meta: { right: true } },
  { header: '', id: 'state', cell: ({ row: { original } }) => (isBehind(original) ? <span className="amber">慢了</span> : ''), meta: { width: 90 } },
];

/** The year's hours, by group and surname; who is behind, so that somebody can help. */
export function StudyHoursPage() {
  const [filter, setFilter] = useState(() => ({ year: today().slice(0, 4), groupId: '', behind: false, page: 1 }));
  const { year, groupId, behind, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listStudyHours', { params: { year }, query: { page, pageSize, groupId: groupId || undefined, behind: behind ? 'true' : undefined } }));
  const set = (part: Partial<typeof filter>): void => setFilter({ ...filter, page: 1, ...part });
  const print = <Button kind="primary" icon="printer" onClick={() => go(`/study-hours/${year}/paper${groupId ? `?group=${groupId}` : ''}`)}>打印学时单</Button>;
  return (
    <Page title="出勤学时" aside="按小组、姓氏排，不按学时排" actions={print}>
      <AttendanceTabs now="/study-hours" />
      <FilterBar>
        <Stepped label={`${year}年`} back="上一年" forth="下一年" onStep={(by) => set({ year: String(Number(year) + by) })} />
        <GroupSelect permission="study-hours.read" value={groupId} onPick={(next) => set({ groupId: next })} />
        <Check label={`只看进度慢的${loaded.data ? `，${loaded.data.behindCount}人` : ''}`} checked={behind} onChange={(on) => set({ behind: on })} />
      </FilterBar>
      <PagedTable of={loaded} label="学时" columns={columnsOf(year)} onOpen={({ member }) => go(`/study-hours/${year}/members/${member.memberId}`)} rowId={({ member }) => member.memberId} unit="人" onPage={(next) => set({ page: next })} empty={behind ? '没有进度慢的' : '这一年没有学时'} />
      <Pad>
        <p className="note-size minor">点一个人，打印他的学时单。党员一年32学时，书记和委员56学时，年中来的按月算。自学不算学时，算在月评里。</p>
      </Pad>
    </Page>
  );
}
