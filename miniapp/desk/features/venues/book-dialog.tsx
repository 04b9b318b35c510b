import { instantOn } from '@weidangxiao/shared/rules/study-session.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { clientId } from '../../platform/client-id.ts';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useGroupsFor } from '../groups/use-groups.ts';
import type { NearVenue } from './use-venues.ts';

/** Where the booking began to be thought of. */
export interface Wish {
  venueId: string;
  date: string;
}

interface Props {
  wish: Wish;
  venues: readonly NearVenue[];
  groupId: string;
  onClose: () => void;
  onDone: () => void;
}

/** A booking without a session: a meeting, a rehearsal. A session books its place itself. */
export function BookDialog({ wish, venues, groupId, onClose, onDone }: Props) {
  const id = useMemo(clientId, []);
  const open = venues.filter(({ closed }) => !closed);
  const { groups, whole } = useGroupsFor('venue-bookings.write');
  const mine = whole || groups.some(({ id: one }) => one === groupId) ? groupId : (groups[0]?.id ?? '');
  const before = { venueId: wish.venueId || (open[0]?.id ?? ''), date: wish.date || today(), from: '19:30', to: '21:00', groupId: mine, purpose: '' };
  const [draft, setDraft] = useState(before);
  const act = useAct();
  const set = (part: Partial<typeof before>): void => setDraft({ ...draft, ...part });
  const ready = draft.purpose.trim() !== '' && draft.venueId !== '' && draft.date !== '' && draft.from !== '' && draft.to !== '';
  const book = async (): Promise<void> => {
    if (!ready) return;
    const { venueId, date, from, to, purpose } = draft;
    const body = { clientId: id, venueId, startsAt: instantOn(date, from), endsAt: instantOn(date, to), groupId: draft.groupId || null, purpose: purpose.trim() };
    if (await act.run(() => call('createVenueBooking', { body }))) onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>订上</Button>
    </>
  );
  return (
    <Dialog title="订场地" onClose={onClose} actions={actions} unsaved={draft.purpose !== ''} onSubmit={() => void book()}>
      <p className="minor">开学习活动不用在这里订，排活动时选场地就行。</p>
      <FormGrid>
        <Cell><SelectField label="场地" choices={open.map(({ id: value, name }) => ({ value, label: name }))} value={draft.venueId} onChange={(event) => set({ venueId: event.target.value })} /></Cell>
        <Cell part="third"><TextField label="哪天" type="date" value={draft.date} onChange={(event) => set({ date: event.target.value })} /></Cell>
        <Cell part="third"><TextField label="几点开始" type="time" value={draft.from} onChange={(event) => set({ from: event.target.value })} /></Cell>
        <Cell part="third"><TextField label="几点结束" type="time" value={draft.to} onChange={(event) => set({ to: event.target.value })} /></Cell>
        <Cell part="half"><SelectField label="谁用" choices={[...(whole ? [{ value: '', label: '镇里' }] : []), ...groups.map(({ id: value, name }) => ({ value, label: name }))]} value={draft.groupId} onChange={(event) => set({ groupId: event.target.value })} /></Cell>
        <Cell part="half"><TextField label="做什么用" maxLength={60} value={draft.purpose} onChange={(event) => set({ purpose: event.target.value })} /></Cell>
      </FormGrid>
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
