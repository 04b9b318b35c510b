import { instantOn, timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { OverlapNote } from './overlap-note.tsx';
import type { DialogProps } from './session-acts.tsx';

/** Another day, time or place; those expected are told, with the reason. */
export function MoveDialog({ session, onClose, onDone }: DialogProps) {
  const before = { date: session.date, from: timeOf(session.startsAt), to: timeOf(session.endsAt), place: session.place.text ?? '' };
  const [to, setTo] = useState(before);
  const [why, setWhy] = useState('');
  const [despite, setDespite] = useState(false);
  const act = useAct();
  const set = (part: Partial<typeof before>): void => setTo({ ...to, ...part });
  const changed = JSON.stringify(to) !== JSON.stringify(before);
  const ready = changed && why.trim() !== '' && to.date !== '' && to.from !== '' && to.to !== '';
  const move = async (): Promise<void> => {
    if (!ready) return;
    const placeText = to.place.trim() === before.place ? {} : { placeText: to.place.trim() || null };
    const body = { startsAt: instantOn(to.date, to.from), endsAt: instantOn(to.date, to.to), why: why.trim(), despiteOverlap: despite, ...placeText };
    if (await act.run(() => call('moveStudySession', { params: { id: session.id }, body }))) onDone('改好了，应到的人会收到通知');
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>改期，通知大家</Button>
    </>
  );
  return (
    <Dialog title="改期或延期" onClose={onClose} actions={actions} unsaved={changed || why !== ''} onSubmit={() => void move()}>
      <FormGrid>
        <Cell part="third"><TextField label="改到哪天" type="date" value={to.date} onChange={(event) => set({ date: event.target.value })} /></Cell>
        <Cell part="third"><TextField label="几点开始" type="time" value={to.from} onChange={(event) => set({ from: event.target.value })} /></Cell>
        <Cell part="third"><TextField label="几点结束" type="time" value={to.to} onChange={(event) => set({ to: event.target.value })} /></Cell>
        <Cell><TextField label="在哪里" maxLength={80} placeholder="地点不变就不用写" value={to.place} onChange={(event) => set({ place: event.target.value })} /></Cell>
        <Cell><TextField label="为什么改" maxLength={100} placeholder="大家会看到这句话" value={why} onChange={(event) => setWhy(event.target.value)} /></Cell>
      </FormGrid>
      <OverlapNote failure={act.failure} despite={despite} onDespite={setDespite} />
    </Dialog>
  );
}
