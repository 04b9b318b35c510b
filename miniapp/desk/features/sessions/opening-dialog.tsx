import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';

interface Props {
  count: Answer<'getSessionCount'>;
  onClose: () => void;
  onDone: () => void;
}

/** The number of sessions before this system, with what it is known by. Set again, the later entry counts and both stay. */
export function OpeningDialog({ count: { town, groups }, onClose, onDone }: Props) {
  const [groupId, setGroupId] = useState('');
  const [number, setNumber] = useState('');
  const [evidence, setEvidence] = useState('');
  const act = useAct();
  const now = groupId === '' ? town.opening : (groups.find(({ group }) => group.id === groupId)?.opening ?? 0);
  const ready = /^\d{1,6}$/.test(number) && evidence.trim() !== '';
  const set = async (): Promise<void> => {
    if (!ready) return;
    if (await act.run(() => call('setSessionOpening', { body: { groupId: groupId || null, count: Number(number), evidence: evidence.trim() } }))) onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>定下来</Button>
    </>
  );
  return (
    <Dialog title="定以前的期数" onClose={onClose} actions={actions} unsaved={number !== '' || evidence !== ''} onSubmit={() => void set()}>
      <p className="minor">建校以来、用系统以前办过多少期。改了以后，以前定的和依据都留着。</p>
      <SelectField label="哪里的" choices={[{ value: '', label: '全镇' }, ...groups.map(({ group }) => ({ value: group.id, label: group.name }))]} value={groupId} onChange={(event) => setGroupId(event.target.value)} />
      <TextField label="多少期" inputMode="numeric" hint={`现在记的是${now}期`} maxLength={6} value={number} error={blameOn(act.failure, 'count')} onChange={(event) => setNumber(event.target.value.replace(/\D/g, ''))} />
      <TextField label="依据是什么" maxLength={200} placeholder="2025年活动台账，第1到34页" value={evidence} error={blameOn(act.failure, 'evidence')} onChange={(event) => setEvidence(event.target.value)} />
      <FailureNote failure={act.failure} placed={['count', 'evidence']} />
    </Dialog>
  );
}
