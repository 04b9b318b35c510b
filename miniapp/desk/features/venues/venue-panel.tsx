import { venueKindNames } from '@weidangxiao/shared/rules/venue.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Facts } from '../../components/facts.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { BookingLines } from './booking-lines.tsx';
import { EquipmentList } from './equipment-list.tsx';
import type { Venue } from './use-venues.ts';
import { VenueDialog } from './venue-dialog.tsx';

interface Props {
  id: string;
  onChanged: () => void;
  onClose: () => void;
}

/** One place: what it is, what is in it, who uses it next. */
export function VenuePanel({ id, onChanged, onClose }: Props) {
  const loaded = useLoaded(id, () => call('getVenue', { params: { id } }));
  const changed = async (): Promise<void> => {
    await loaded.reload();
    onChanged();
  };
  return (
    <Dialog title={loaded.data?.name ?? '场地'} size="side" onClose={onClose}>
      <Ready of={loaded} lines={8}>{(venue) => <Body venue={venue} onChanged={changed} onGone={() => { onChanged(); onClose(); }} />}</Ready>
    </Dialog>
  );
}

function Body({ venue, onChanged, onGone }: { venue: Venue; onChanged: () => Promise<void>; onGone: () => void }) {
  const writes = useMay('venues.write') && !venue.closed;
  const [editing, setEditing] = useState(false);
  const close = useAct();
  const shut = async (): Promise<void> => {
    if (!(await ask({ title: `停用${venue.name}`, text: '停用后不能再订，也不能恢复。以前的活动还写着这里。', yes: '停用' }))) return;
    if (!(await close.run(() => call('closeVenue', { params: { id: venue.id } })))) return;
    say(`${venue.name}停用了`);
    onGone();
  };
  return (
    <>
      {venue.closed ? <Note tone="amber">这个场地已经停用</Note> : null}
      <Facts
        facts={[
          ['种类', venueKindNames[venue.kind]],
          ['归谁', venue.group?.name ?? '镇里'],
          ['座位', venue.seats ? `${venue.seats}个` : '没填'],
          ['谁管', venue.keeper?.name ?? '还没定'],
          ['地址', venue.address || '没填'],
          ['位置', venue.position ? `${venue.position.latitude}, ${venue.position.longitude}` : '没填，看不出多远'],
        ]}
      />
      {writes ? (
        <div className="row">
          <Button small icon="penLine" onClick={() => setEditing(true)}>改资料</Button>
          <Button small busy={close.busy} onClick={() => void shut()}>停用</Button>
        </div>
      ) : null}
      <FailureNote failure={close.failure} />
      <EquipmentList venue={venue} writes={writes} onChanged={onChanged} />
      <Section title="接下来谁在用"><BookingLines venueId={venue.id} /></Section>
      {editing ? <VenueDialog venue={venue} onClose={() => setEditing(false)} onDone={() => { setEditing(false); void onChanged(); }} /> : null}
    </>
  );
}
