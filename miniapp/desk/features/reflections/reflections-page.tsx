import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { Chip } from '../../components/chip.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useGroups } from '../groups/use-groups.ts';
import { useWaitingStore } from '../overview/waiting.ts';
import { type Reflection, verdictOf } from './reflection-words.ts';
import css from './reflections.module.css';

type Show = 'in_review' | 'published' | 'returned';
const pageSize = 30;

const columns: ColumnDef<Reflection>[] = [
  { header: '题目', cell: ({ row: { original } }) => <a className="medium" href={`#/reflections/${original.id}`}>{original.title}</a>, meta: { wrap: true } },
  { header: '谁写的', cell: ({ row: { original } }) => original.author.name },
  { header: '小组', cell: ({ row: { original } }) => <span className="minor">{original.group?.name ?? ''}{original.kind === 'group' ? '，小组心得' : ''}</span> },
  { header: '机器检查', cell: ({ row: { original } }) => <Verdict reflection={original} /> },
  { header: '时间', cell: ({ row: { original } }) => <span className="minor">{whenInChinese(original.publishedAt ?? original.submittedAt ?? original.createdAt)}</span>, meta: { right: true } },
];

function Verdict({ reflection }: { reflection: Reflection }) {
  const { words, tone } = verdictOf(reflection);
  return <Chip tone={tone}>{words}</Chip>;
}

const emptyWords: Readonly<Record<Show, string>> = { in_review: '没有等着审的心得', published: '还没有发布的心得', returned: '没有退回的心得' };

/** The queue of what waits to be read, and what was published or given back. */
export function ReflectionsPage() {
  const [show, setShow] = useState<Show>('in_review');
  const [groupId, setGroupId] = useState('');
  const [page, setPage] = useState(1);
  const waiting = useWaitingStore(({ reflections }) => reflections);
  const groups = useGroups() ?? [];
  const loaded = useLoaded(`${show} ${groupId} ${page}`, () => call('listReflections', { query: { state: show, page, pageSize, groupId: groupId || undefined } }));
  const tabs = [{ key: 'in_review' as const, label: '待审', count: waiting }, { key: 'published' as const, label: '已发布' }, { key: 'returned' as const, label: '已退回' }];
  const filter = <BarSelect label="小组" value={groupId} choices={[{ value: '', label: '全部小组' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(event) => { setGroupId(event.target.value); setPage(1); }} />;
  return (
    <Page title="心得" aside="审过的，全镇都能读到" actions={filter}>
      <div className={css.tabs}>
        <Tabs label="哪些心得" tabs={tabs} now={show} onPick={(next) => { setShow(next); setPage(1); }} />
      </div>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={emptyWords[show]} />
          ) : (
            <>
              <DataTable label="心得" columns={columns} rows={items} rowId={({ id }) => id} onOpen={({ id }) => go(`/reflections/${id}`)} />
              <Pager page={page} pageSize={pageSize} total={total} unit="篇" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}
