import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Facts } from '../../components/facts.tsx';
import { TextArea, TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { type Adjustment, pointsText, resultText } from './adjustment-words.ts';

interface Props {
  adjustment: Adjustment;
  onClose: () => void;
  onDone: () => void;
}

/** Takes a correction back by another dated line; both stay. */
export function ReverseDialog({ adjustment: { id, month, member, points, reason: why, before, after }, onClose, onDone }: Props) {
  const sent = useMemo(clientId, []);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState('');
  const act = useAct();
  const reverse = async (): Promise<void> => {
    if (reason.trim() === '') return;
    await act.run(async () => {
      const made = await call('reverseScoreAdjustment', { params: { id }, body: { clientId: sent, reason: reason.trim(), evidence: evidence.trim() } });
      say(`${member.name}：${resultText(made.before)}，改为${resultText(made.after)}`);
      onDone();
    });
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={reason.trim() === ''}>冲回</Button>
    </>
  );
  return (
    <Dialog title="冲回这一笔" onClose={onClose} actions={actions} unsaved={reason !== ''} onSubmit={() => void reverse()}>
      <Facts facts={[['谁的', `${member.name}，${periodInChinese(month)}`], ['这一笔', `${points === null ? '' : `${pointsText(points)}，`}${why}`], ['当时', `${resultText(before)}，改为${resultText(after)}`]]} />
      <p className="minor">原来那一笔不删，另记一笔反方向的。</p>
      <TextArea label="为什么冲回，本人会看到" rows={2} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      <TextField label="依据，可以不写" maxLength={200} value={evidence} onChange={(event) => setEvidence(event.target.value)} />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
