import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { TownTabs } from '../towns/town-tabs.tsx';
import { leadersOf, type SchoolRow } from './school-words.ts';

const pageSize = 30;

const columns: ColumnDef<SchoolRow>[] = [
  { header: '微党校', cell: ({ row: { original } }) => <a className="medium" href={`#/schools/${original.id}`} onClick={(event) => event.stopPropagation()}>{original.name}</a>, meta: { limit: 16 } },
  { header: '小组', cell: ({ row: { original } }) => <span className="minor">{original.groupName}</span>, meta: { limit: 12 } },
  { header: '组长', cell: ({ row: { original } }) => leadersOf(original) || <span className="amber">还没有组长</span>, meta: { limit: 12 } },
  { header: '人数', cell: ({ row: { original } }) => original.members, meta: { right: true } },
  { header: '在哪里学', cell: ({ row: { original } }) => original.venue?.name ?? <span className="faint">没有自己的场地</span>, meta: { limit: 14 } },
  { header: '成立', cell: ({ row: { original } }) => original.foundedOn ?? <span className="faint">没填</span> },
];

/** A school for each group: the page that its village shows of itself. */
export function SchoolsPage() {
  const [page, setPage] = useState(1);
  const loaded = useLoaded(String(page), () => call('listSchools', { query: { page, pageSize } }));
  return (
    <Page title="学校资料" aside={loaded.data ? `${loaded.data.total}所，一个小组一所，全镇的人在手机上能看` : ''}>
      <TownTabs now="/schools" />
      <PagedTable of={loaded} label="各村微党校" columns={columns} rowId={({ id }) => id} unit="所" onPage={setPage} empty="还没有小组" hint="先在花名册里加小组，每个小组就有一所" onOpen={({ id }) => go(`/schools/${id}`)} />
    </Page>
  );
}
