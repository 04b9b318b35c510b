import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { ColumnDef } from '@tanstack/react-table';
import { useState } from 'react';
import { DataTable } from '../../components/data-table.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { Pager } from '../../components/pager.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { actName, actorName, allActs, placeOfAct } from './act-names.ts';

type Row = Answer<'listAuditRows'>['items'][number];
const pageSize = 50;

const columns: ColumnDef<Row>[] = [
  { header: '时间', cell: ({ row }) => whenInChinese(row.original.at), meta: { width: 180 } },
  { header: '谁', cell: ({ row }) => actorName(row.original.by), meta: { width: 160 } },
  { header: '做了什么', cell: ({ row }) => actName(row.original.act) },
  { header: '关于', cell: ({ row }) => <Target row={row.original} /> },
];

/** What it was about: a way there where the console has a page for it, else its number. */
function Target({ row: { act, target } }: { row: Row }) {
  const place = target ? placeOfAct(act, target) : null;
  return place ? <a className="link" href={`#${place}`}>去看看</a> : <span className="faint note-size">{target ?? ''}</span>;
}

/** Who did what and when. Nobody can change it, here or elsewhere. */
export function AuditPage() {
  const [page, setPage] = useState(1);
  const [act, setAct] = useState('');
  const loaded = useLoaded(`${act} ${page}`, () => call('listAuditRows', { query: { page, pageSize, act: act || undefined } }));
  const pick = (value: string): void => {
    setAct(value);
    setPage(1);
  };
  const filter = <BarSelect label="只看一种操作" value={act} choices={[{ value: '', label: '全部操作' }, ...allActs()]} onChange={(event) => pick(event.target.value)} />;
  return (
    <Page title="操作记录" aside="谁在什么时候做了什么，只能看，不能改" actions={filter}>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="没有这种记录" />
          ) : (
            <>
              <DataTable label="操作记录" columns={columns} rows={items} rowId={({ id }) => id} />
              <Pager page={page} pageSize={pageSize} total={total} unit="条" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Page>
  );
}
