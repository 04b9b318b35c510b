import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { DialogProps } from './session-acts.tsx';

/** The planned sessions of a weekly series after a day are cancelled; those expected are told once. */
export function EndSeriesDialog({ session, seriesId, onClose, onDone }: DialogProps & { seriesId: string }) {
  const [after, setAfter] = useState(session.date);
  const [reason, setReason] = useState('');
  const act = useAct();
  const ready = reason.trim() !== '' && after !== '';
  const end = async (): Promise<void> => {
    if (!ready) return;
    if (await act.run(() => call('endSessionSeries', { params: { id: seriesId }, body: { after, reason: reason.trim() } }))) onDone('后面的都取消了，通知发一次');
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>停掉后面的</Button>
    </>
  );
  return (
    <Dialog title="停掉后面的" onClose={onClose} actions={actions} unsaved={reason !== ''} onSubmit={() => void end()}>
      <p className="minor">这一天当天的还照常，以后还没开始的都取消，不能恢复。已经开过的不变。</p>
      <TextField label="哪天以后的" type="date" value={after} onChange={(event) => setAfter(event.target.value)} />
      <TextField label="为什么停" maxLength={100} placeholder="大家会看到这句话" value={reason} onChange={(event) => setReason(event.target.value)} />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
