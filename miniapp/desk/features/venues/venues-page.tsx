import type { ColumnDef } from '@tanstack/react-table';
import { type VenueKind, venueKindNames } from '@weidangxiao/shared/rules/venue.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { distanceOf, kindChoices, type NearVenue } from './use-venues.ts';
import { VenueDialog } from './venue-dialog.tsx';
import { VenuePanel } from './venue-panel.tsx';
import { VenueTabs } from './venue-tabs.tsx';

const pageSize = 30;

const columns: ColumnDef<NearVenue>[] = [
  { header: '场地', cell: ({ row: { original } }) => <a className="medium" href={`#/venues/${original.id}`} onClick={(event) => event.stopPropagation()}>{original.name}</a>, meta: { limit: 16 } },
  { header: '种类', cell: ({ row: { original } }) => venueKindNames[original.kind] },
  { header: '归谁', cell: ({ row: { original } }) => <span className="minor">{original.group?.name ?? '镇里'}</span>, meta: { limit: 10 } },
  { header: '多远', cell: ({ row: { original } }) => (original.own ? '本组的' : original.metres === null ? '' : distanceOf(original.metres)), meta: { right: true } },
  { header: '座位', cell: ({ row: { original } }) => original.seats || '', meta: { right: true } },
  { header: '谁管', cell: ({ row: { original } }) => original.keeper?.name ?? <span className="amber">还没定</span> },
  { header: '东西', cell: ({ row: { original } }) => <Equipment venue={original} />, meta: { wrap: true } },
];

/** What is broken or missing comes before what is there. */
function Equipment({ venue: { equipment } }: { venue: NearVenue }) {
  const bad = equipment.filter(({ state }) => state !== 'there').map(({ item, state }) => `${item}${state === 'broken' ? '坏了' : '没有'}`);
  if (equipment.length === 0) return <span className="faint">还没登记</span>;
  return bad.length > 0 ? <span className="amber">{bad.join('、')}</span> : <span className="minor">{equipment.length}样都好</span>;
}

/** The places of the town; seen from a group, the nearest first. */
export function VenuesPage({ open }: { open: string | null }) {
  const [groupId, setGroupId] = useState('');
  const [kind, setKind] = useState('');
  const [page, setPage] = useState(1);
  const [adding, setAdding] = useState(false);
  const writes = useMay('venues.write');
  const loaded = useLoaded(JSON.stringify([groupId, kind, page]), () => call('listVenues', { query: { page, pageSize, groupId: groupId || undefined, kind: (kind || undefined) as VenueKind | undefined } }));
  const pick = (set: (value: string) => void, value: string): void => {
    set(value);
    setPage(1);
  };
  const add = writes ? <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>加场地</Button> : null;
  return (
    <Page title="场地和实践点" aside={loaded.data ? `${loaded.data.total}个场地` : ''} actions={add}>
      <VenueTabs now="/venues" />
      <FilterBar>
        <GroupSelect value={groupId} all="从哪个小组看" onPick={(next) => pick(setGroupId, next)} />
        <BarSelect label="种类" value={kind} choices={[{ value: '', label: '全部种类' }, ...kindChoices]} onChange={(event) => pick(setKind, event.target.value)} />
        {groupId ? <span className="minor">近的在前</span> : null}
      </FilterBar>
      <PagedTable of={loaded} label="场地" columns={columns} rowId={({ id }) => id} unit="个" onPage={setPage} empty="还没有场地" hint="加上党员活动室、党群服务中心，排活动就能选" onOpen={({ id }) => go(`/venues/${id}`)} />
      {open ? <VenuePanel key={open} id={open} onChanged={() => void loaded.reload()} onClose={() => go('/venues')} /> : null}
      {adding ? <VenueDialog venue={null} onClose={() => setAdding(false)} onDone={() => { setAdding(false); void loaded.reload(); }} /> : null}
    </Page>
  );
}
