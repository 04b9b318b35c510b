import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { TownAccount } from '../articles/town-account.tsx';
import { NewTown } from './new-town.tsx';

type Row = Answer<'listTowns'>['items'][number];
const pageSize = 50;

const columnsWith = (onAccount: (town: Row) => void): ColumnDef<Row>[] => [
  { header: '镇', cell: ({ row }) => <b className="medium">{row.original.name}</b> },
  { header: '微党校', cell: ({ row }) => row.original.schoolName },
  { header: '代号', cell: ({ row }) => <span className="minor">{row.original.code}</span> },
  { header: '成立', cell: ({ row }) => row.original.foundedOn },
  { header: '小组', cell: ({ row }) => row.original.groups, meta: { right: true, width: 90 } },
  { header: '人数', cell: ({ row }) => row.original.members, meta: { right: true, width: 90 } },
  { id: 'account', header: '', cell: ({ row }) => <Button kind="text" small onClick={() => onAccount(row.original)}>连公众号</Button>, meta: { right: true, width: 110 } },
];

/** For whoever hosts it: the towns as such, never the people in them. */
export function TownsPage() {
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const [connecting, setConnecting] = useState<Row | null>(null);
  const creates = useMay('towns.create');
  const columns = useMemo(() => columnsWith(setConnecting), []);
  const loaded = useLoaded(String(page), () => call('listTowns', { query: { page, pageSize } }));
  return (
    <Page title="各镇" aside={loaded.data ? `${loaded.data.total}个镇` : ''} actions={creates ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>开一个新的镇</Button> : null}>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="还没有镇">开一个镇，填上第一位管理员，他用手机号就能进来</Empty>
          ) : (
            <>
              <DataTable label="各镇" columns={columns} rows={items} rowId={({ id }) => id} />
              <Pager page={page} pageSize={pageSize} total={total} unit="个" onPage={setPage} />
            </>
          )
        }
      </Ready>
      {connecting ? <TownAccount town={connecting} onClose={() => setConnecting(null)} /> : null}
      {adding ? <NewTown onClose={() => setAdding(false)} onMade={() => void loaded.reload()} /> : null}
    </Page>
  );
}
