import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { Exemption } from './exemption.ts';

/** Its last day comes earlier; what it settled after that day counts again. */
export function EndExemptionDialog({ exemption: { id, member, from }, onClose, onDone }: { exemption: Exemption; onClose: () => void; onDone: () => void }) {
  const [on, setOn] = useState(today());
  const [why, setWhy] = useState('');
  const act = useAct();
  const ready = on !== '' && why.trim() !== '';
  const end = async (): Promise<void> => {
    if (ready && (await act.run(() => call('endExemption', { params: { id }, body: { on, why: why.trim() } })))) onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>提前结束</Button>
    </>
  );
  return (
    <Dialog title={`提前结束${member.name}的免学`} onClose={onClose} actions={actions} unsaved={why !== ''} onSubmit={() => void end()}>
      <p className="minor">这一天是最后一天，以后照常算。全都登记错了，就选{addDays(from, -1)}。</p>
      <TextField label="到哪天为止" type="date" min={addDays(from, -1)} value={on} onChange={(event) => setOn(event.target.value)} />
      <TextField label="为什么" maxLength={200} placeholder="病好了，回来学习" value={why} onChange={(event) => setWhy(event.target.value)} />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
