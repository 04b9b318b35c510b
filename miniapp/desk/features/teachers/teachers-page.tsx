import type { ColumnDef } from '@tanstack/react-table';
import { isLocal, teacherKindNames } from '@weidangxiao/shared/rules/teacher.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { BarSelect, Check } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { TeacherDialog } from './teacher-dialog.tsx';
import { TeacherPanel } from './teacher-panel.tsx';
import { TeacherTabs } from './teacher-tabs.tsx';
import { kindChoices, type TeacherKind } from './teacher-words.ts';
import type { Teacher } from './use-teachers.ts';

const pageSize = 30;

const columns: ColumnDef<Teacher>[] = [
  { header: '姓名', cell: ({ row: { original } }) => <a className="medium" href={`#/teachers/${original.id}`} onClick={(event) => event.stopPropagation()}>{original.name}</a>, meta: { limit: 8 } },
  { header: '哪一类', cell: ({ row: { original } }) => <Kind teacher={original} /> },
  { header: '单位', cell: ({ row: { original } }) => original.organisation, meta: { limit: 12 } },
  { header: '能讲什么', cell: ({ row: { original } }) => original.topics.join('、'), meta: { wrap: true } },
  { header: '标签', cell: ({ row: { original } }) => <span className="minor">{original.tags.join('、')}</span>, meta: { limit: 10 } },
  { header: '手机', cell: ({ row: { original } }) => original.phoneMasked ?? <span className="faint">{original.hasPhone ? '有' : '没留'}</span> },
  { header: '讲过几场', cell: ({ row: { original } }) => original.taught || '', meta: { right: true } },
];

function Kind({ teacher: { kind } }: { teacher: Teacher }) {
  return (
    <span className="row">
      {teacherKindNames[kind]}
      {isLocal(kind) ? null : <Chip tone="blue">外请</Chip>}
    </span>
  );
}

/** Who can teach, by name; never by how often or how well. */
export function TeachersPage({ open }: { open: string | null }) {
  const [filter, setFilter] = useState({ q: '', kind: '', closed: false, page: 1 });
  const [adding, setAdding] = useState(false);
  const writes = useMay('teachers.write');
  const { q, kind, closed, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listTeachers', { query: { page, pageSize, q: q || undefined, kind: (kind || undefined) as TeacherKind | undefined, closed: String(closed) } }));
  const set = (part: Partial<typeof filter>): void => setFilter({ ...filter, page: 1, ...part });
  const add = writes ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>加老师</Button> : null;
  return (
    <Page title="师资" aside={loaded.data ? `${loaded.data.total}位老师` : ''} actions={add}>
      <TeacherTabs now="/teachers" />
      <FilterBar>
        <SearchBox label="找姓名或专题" onSearch={(words) => set({ q: words })} />
        <BarSelect label="哪一类" value={kind} choices={[{ value: '', label: '全部' }, ...kindChoices]} onChange={(event) => set({ kind: event.target.value })} />
        <Check label="看停用的" checked={closed} onChange={(on) => set({ closed: on })} />
      </FilterBar>
      <PagedTable of={loaded} label="老师" columns={columns} rowId={({ id }) => id} unit="位" onPage={(next) => set({ page: next })} empty={q || kind || closed ? '没有找到' : '还没有老师'} hint="党校老师、镇里的干部、致富带头人，都可以加进来" onOpen={({ id }) => go(`/teachers/${id}`)} />
      {open ? <TeacherPanel key={open} id={open} onChanged={() => void loaded.reload()} onClose={() => go('/teachers')} /> : null}
      {adding ? <TeacherDialog teacher={null} onClose={() => setAdding(false)} onDone={() => { setAdding(false); void loaded.reload(); }} /> : null}
    </Page>
  );
}
