import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/field.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import type { Box } from './vote-words.ts';

/** Takes a ballot back from whoever brings it, where the list of holders is not shown. */
export function TakeBackDialog({ people, params, onClose, onDone }: { people: Box['people']; params: { month: string; id: string }; onClose: () => void; onDone: () => void }) {
  const [memberId, setMemberId] = useState('');
  const act = useAct();
  const back = async (): Promise<void> => {
    if (!memberId || !(await act.run(() => call('takeBackPaperBallot', { params, body: { memberId } })))) return;
    say('收回了一张');
    onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!memberId}>收回</Button>
    </>
  );
  return (
    <Dialog title="收回一张纸质票" onClose={onClose} actions={actions} onSubmit={() => void back()}>
      <p className="minor">谁把票交回来了。收回以后，本人可以用手机投，或再领一张。</p>
      <SelectField label="谁的票" choices={[{ value: '', label: '选一个人' }, ...people.map(({ memberId: value, name: label }) => ({ value, label }))]} value={memberId} error={act.failure?.message ?? null} onChange={(event) => { act.clear(); setMemberId(event.target.value); }} />
    </Dialog>
  );
}
