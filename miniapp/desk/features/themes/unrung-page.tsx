import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Empty } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { go } from '../../platform/router.ts';
import { type Unrung, whyOf, whys } from './push-words.ts';
import { UnrungWays } from './unrung-ways.tsx';
import { type UnrungFilter, type UnrungGroup, useUnrung } from './use-unrung.ts';

/** Whom WeChat's message did not reach, group by group, with why and what to do. Whether they have read is nobody's business. */
export function UnrungPage({ monday }: { monday: string }) {
  const [filter, setFilter] = useState<UnrungFilter>({ groupId: '', why: '', page: 1 });
  const { loaded, groups } = useUnrung(monday, filter);
  const set = (part: Partial<UnrungFilter>): void => setFilter({ ...filter, page: 1, ...part });
  const actions = <Button icon="printer" onClick={() => go(`/themes/${monday}/paper`)}>周一包</Button>;
  const nobody = loaded.data !== null && groups.length === 0;
  return (
    <Page title="没收到微信提醒的人" aside={<a href={`#/themes/${monday}`}>{`${dateWithYear(monday)}的主题`}</a>} actions={actions}>
      {nobody ? <Empty title="提醒都送到了">还在送的不算在里面</Empty> : null}
      {groups.length > 0 ? (
        <>
          <UnrungWays monday={monday} />
          <FilterBar>
            <BarSelect label="小组" value={filter.groupId} choices={[{ value: '', label: `全镇，${groups.reduce((sum, { people }) => sum + people, 0)}人` }, ...groups.map(choiceOf)]} onChange={(event) => set({ groupId: event.target.value })} />
            <BarSelect label="为什么" value={filter.why} choices={[{ value: '', label: '所有原因' }, ...whys.map((one) => ({ value: one.why, label: one.name }))]} onChange={(event) => set({ why: event.target.value as UnrungFilter['why'] })} />
          </FilterBar>
        </>
      ) : null}
      {nobody ? null : <PagedTable of={loaded} label="没收到提醒的人" columns={columns} rowId={({ member }) => member.memberId} unit="人" onPage={(page) => set({ page })} empty="没有这样的人" hint="换一个小组或原因看看" />}
    </Page>
  );
}

const noGroup = '没有小组';
const choiceOf = ({ id, name, people }: UnrungGroup): { value: string; label: string } => ({ value: id ?? 'none', label: `${name ?? noGroup}，${people}人` });

const columns: ColumnDef<Unrung>[] = [
  { id: 'group', header: '小组', meta: { width: 180 }, cell: ({ row }) => row.original.groupName ?? noGroup },
  { id: 'name', header: '姓名', meta: { width: 120, limit: 8 }, cell: ({ row }) => row.original.member.name },
  { id: 'why', header: '为什么', meta: { width: 330, wrap: true }, cell: ({ row }) => row.original.reason },
  { id: 'help', header: '可以怎么办', meta: { wrap: true }, cell: ({ row }) => <span className="minor">{whyOf(row.original.why).help}</span> },
];
