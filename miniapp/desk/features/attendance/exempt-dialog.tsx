import { type ExemptingReason, exemptingReasons, leaveReasonNames } from '@weidangxiao/shared/rules/leave.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { clientId } from '../../platform/client-id.ts';
import { today } from '../../platform/clock.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';

const reasons = exemptingReasons.map((value) => ({ value, label: leaveReasonNames[value] }));

/** From one day to another, with the reason and what it is known by. */
export function ExemptDialog({ onClose, onDone }: { onClose: () => void; onDone: (name: string) => void }) {
  const id = useMemo(clientId, []);
  const [member, setMember] = useState<Picked | null>(null);
  const [draft, setDraft] = useState({ from: today(), to: '', reason: 'illness' as ExemptingReason, evidence: '' });
  const act = useAct();
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const ready = member !== null && draft.from !== '' && draft.to !== '' && draft.evidence.trim() !== '';
  const save = async (): Promise<void> => {
    if (!ready) return;
    const { from, to, reason, evidence } = draft;
    if (await act.run(() => call('createExemption', { body: { clientId: id, memberId: member.memberId, from, to, reason, evidence: evidence.trim() } }))) onDone(member.name);
  };
  const wrong = (field: string): string | null => blameOn(act.failure, field);
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>登记</Button>
    </>
  );
  return (
    <Dialog title="登记免学" onClose={onClose} actions={actions} unsaved={member !== null || draft.evidence !== ''} onSubmit={() => void save()}>
      <p className="minor">这些日子里已经开过的活动，没到的改记免学；到了的还是到。</p>
      <FormGrid>
        <Cell><MemberPicker label="谁" value={member} onPick={setMember} /></Cell>
        <Cell part="third"><TextField label="从哪天起" type="date" value={draft.from} error={wrong('from')} onChange={(event) => set({ from: event.target.value })} /></Cell>
        <Cell part="third"><TextField label="到哪天" type="date" min={draft.from} value={draft.to} error={wrong('to')} onChange={(event) => set({ to: event.target.value })} /></Cell>
        <Cell part="third"><SelectField label="为什么" choices={reasons} value={draft.reason} onChange={(event) => set({ reason: event.target.value as ExemptingReason })} /></Cell>
        <Cell><TextField label="依据是什么" maxLength={200} placeholder="医院证明，组长看过" value={draft.evidence} error={wrong('evidence')} onChange={(event) => set({ evidence: event.target.value })} /></Cell>
      </FormGrid>
      <FailureNote failure={act.failure} placed={['from', 'to', 'evidence']} />
    </Dialog>
  );
}
