import { type VenueKind } from '@weidangxiao/shared/rules/venue.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useGroups } from '../groups/use-groups.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';
import { positionIn } from './position-words.ts';
import { kindChoices, type Venue } from './use-venues.ts';

interface Props {
  venue: Venue | null;
  onClose: () => void;
  onDone: () => void;
}

interface Draft {
  name: string;
  kind: VenueKind;
  address: string;
  groupId: string;
  position: string;
  seats: string;
  keeper: Picked | null;
}

function draftOf(venue: Venue | null): Draft {
  const position = venue?.position ? `${venue.position.latitude}, ${venue.position.longitude}` : '';
  return { name: venue?.name ?? '', kind: venue?.kind ?? 'party_room', address: venue?.address ?? '', groupId: venue?.group?.id ?? '', position, seats: venue?.seats ? String(venue.seats) : '', keeper: venue?.keeper ?? null };
}

/** A new place, or what is known about one. */
export function VenueDialog({ venue, onClose, onDone }: Props) {
  const before = draftOf(venue);
  const [draft, setDraft] = useState(before);
  const groups = useGroups() ?? [];
  const act = useAct();
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const position = positionIn(draft.position);
  const ready = draft.name.trim() !== '' && position !== 'unclear';
  const save = async (): Promise<void> => {
    if (!ready) return;
    const body = { name: draft.name.trim(), kind: draft.kind, address: draft.address.trim(), groupId: draft.groupId || null, position, seats: Number(draft.seats) || 0, keeperId: draft.keeper?.memberId ?? null };
    const done = await act.run(() => (venue ? call('updateVenue', { params: { id: venue.id }, body }) : call('createVenue', { body })));
    if (!done) return;
    say(venue ? '改好了' : `${body.name}加上了`);
    onDone();
  };
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>{venue ? '保存' : '加上'}</Button>
    </>
  );
  return (
    <Dialog title={venue ? '改场地' : '加场地'} onClose={onClose} actions={actions} unsaved={JSON.stringify(draft) !== JSON.stringify(before)} onSubmit={() => void save()}>
      <FormGrid>
        <Cell><TextField label="名称" maxLength={40} value={draft.name} error={wrong('name')} onChange={(event) => set({ name: event.target.value })} /></Cell>
        <Cell part="half"><SelectField label="种类" choices={kindChoices} value={draft.kind} onChange={(event) => set({ kind: event.target.value as VenueKind })} /></Cell>
        <Cell part="half"><TextField label="座位" inputMode="numeric" maxLength={4} value={draft.seats} error={wrong('seats')} onChange={(event) => set({ seats: event.target.value.replace(/\D/g, '') })} /></Cell>
        <Cell part="half"><SelectField label="归谁" choices={[{ value: '', label: '镇里' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]} value={draft.groupId} onChange={(event) => set({ groupId: event.target.value })} /></Cell>
        <Cell part="half"><MemberPicker label="谁管" value={draft.keeper} onPick={(keeper) => set({ keeper })} /></Cell>
        <Cell><TextField label="地址" maxLength={120} value={draft.address} error={wrong('address')} onChange={(event) => set({ address: event.target.value })} /></Cell>
        <Cell><TextField label="位置" placeholder="30.5041, 105.5062" hint="纬度和经度，从地图上复制。不填也行，只是不知道多远" value={draft.position} error={position === 'unclear' ? '写成纬度, 经度，例如30.5041, 105.5062' : wrong('position')} onChange={(event) => set({ position: event.target.value })} /></Cell>
      </FormGrid>
      <FailureNote failure={act.failure} placed={['name', 'seats', 'address', 'position']} />
    </Dialog>
  );
}
