import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { BarSelect } from '../../components/field.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { go } from '../../platform/router.ts';
import { type Unrung, whyOf, whys } from './push-words.ts';
import { UnrungWays } from './unrung-ways.tsx';
import { useUnrung } from './use-unrung.ts';

const pageSize = 30;

/** Whom WeChat's message did not reach, group by group, with why and what to do. Whether they have read is nobody's business. */
export function UnrungPage({ monday }: { monday: string }) {
  const loaded = useUnrung(monday);
  const [group, setGroup] = useState('');
  const [why, setWhy] = useState('');
  const [page, setPage] = useState(1);
  const people = loaded.data ?? [];
  const chosen = people.filter((one) => (group === '' || groupOf(one) === group) && (why === '' || one.why === why));
  const pick = (set: (value: string) => void) => (value: string) => {
    set(value);
    setPage(1);
  };
  const actions = <Button icon="printer" onClick={() => go(`/themes/${monday}/paper`)}>周一包</Button>;
  return (
    <Page title="没收到微信提醒的人" aside={<a href={`#/themes/${monday}`}>{`${dateWithYear(monday)}的主题`}</a>} actions={actions}>
      <Ready of={loaded}>
        {() =>
          people.length === 0 ? (
            <Empty title="提醒都送到了">还在送的不算在里面</Empty>
          ) : (
            <>
              <UnrungWays monday={monday} />
              <FilterBar>
                <BarSelect label="小组" value={group} choices={[{ value: '', label: `全镇，${people.length}人` }, ...countedGroups(people)]} onChange={(event) => pick(setGroup)(event.target.value)} />
                <BarSelect label="为什么" value={why} choices={[{ value: '', label: '所有原因' }, ...whys.map((one) => ({ value: one.why, label: one.name }))]} onChange={(event) => pick(setWhy)(event.target.value)} />
              </FilterBar>
              {chosen.length === 0 ? <Empty title="没有这样的人">换一个小组或原因看看</Empty> : <DataTable label="没收到提醒的人" columns={columns} rows={chosen.slice((page - 1) * pageSize, page * pageSize)} rowId={({ member }) => member.memberId} />}
              <Pager page={page} pageSize={pageSize} total={chosen.length} unit="人" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}

const noGroup = '没有小组';
const groupOf = ({ groupName }: Unrung): string => groupName ?? noGroup;

function countedGroups(people: readonly Unrung[]): { value: string; label: string }[] {
  const counts = new Map<string, number>();
  for (const one of people) counts.set(groupOf(one), (counts.get(groupOf(one)) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ value: name, label: `${name}，${count}人` }));
}

const columns: ColumnDef<Unrung>[] = [
  { id: 'group', header: '小组', meta: { width: 180 }, cell: ({ row }) => groupOf(row.original) },
  { id: 'name', header: '姓名', meta: { width: 120, limit: 8 }, cell: ({ row }) => row.original.member.name },
  { id: 'why', header: '为什么', meta: { width: 330, wrap: true }, cell: ({ row }) => row.original.reason },
  { id: 'help', header: '可以怎么办', meta: { wrap: true }, cell: ({ row }) => <span className="minor">{whyOf(row.original.why).help}</span> },
];
