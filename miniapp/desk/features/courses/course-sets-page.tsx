import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { BarSelect, Check } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { CourseSetDialog } from './course-set-dialog.tsx';
import { CourseSetPanel } from './course-set-panel.tsx';
import { CourseTabs } from './course-tabs.tsx';
import type { CourseSetRow } from './course-words.ts';
import { useTags } from './use-tags.ts';

const pageSize = 30;

const columns: ColumnDef<CourseSetRow>[] = [
  { header: '套餐', cell: ({ row: { original } }) => <a className="medium" href={`#/course-sets/${original.id}`} onClick={(event) => event.stopPropagation()}>{original.title}</a>, meta: { wrap: true } },
  { header: '给谁', cell: ({ row: { original } }) => original.tagName },
  { header: '为什么排它', cell: ({ row: { original } }) => <span className="minor">{original.why}</span>, meta: { wrap: true } },
  { header: '几课', cell: ({ row: { original } }) => original.steps, meta: { right: true } },
];

/** Courses put together for a kind of people, with the reason that they read. */
export function CourseSetsPage({ open }: { open: string | null }) {
  const [filter, setFilter] = useState({ tag: '', closed: false, page: 1 });
  const [adding, setAdding] = useState(false);
  const writes = useMay('courses.write');
  const tags = useTags();
  const { tag, closed, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listCourseSets', { query: { page, pageSize, tag: tag || undefined, closed: String(closed) } }));
  const set = (part: Partial<typeof filter>): void => setFilter({ ...filter, page: 1, ...part });
  const add = writes ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>排一套课</Button> : null;
  return (
    <Page title="教材课程" aside={loaded.data ? `${loaded.data.total}套` : ''} actions={add}>
      <CourseTabs now="/course-sets" />
      <FilterBar>
        <BarSelect label="给谁" value={tag} choices={[{ value: '', label: '给谁的都看' }, ...tags.map(({ tag: value, name, members }) => ({ value, label: `${name}，${members}人` }))]} onChange={(event) => set({ tag: event.target.value })} />
        <Check label="看停用的" checked={closed} onChange={(on) => set({ closed: on })} />
      </FilterBar>
      <PagedTable of={loaded} label="套餐课程" columns={columns} rowId={({ id }) => id} unit="套" onPage={(next) => set({ page: next })} empty={tag || closed ? '没有这样的' : '还没有套餐课程'} hint="给一类人排几课，他们在手机上看得到，也看得到为什么" onOpen={({ id }) => go(`/course-sets/${id}`)} />
      {open ? <CourseSetPanel key={open} id={open} onChanged={() => void loaded.reload()} onClose={() => go('/course-sets')} /> : null}
      {adding ? <CourseSetDialog set={null} onClose={() => setAdding(false)} onDone={() => { setAdding(false); void loaded.reload(); }} /> : null}
    </Page>
  );
}
