import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { useMemo, useState } from 'react';
import { ask } from '../../components/ask.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { blameOn } from '../../platform/failure.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';
import { pointsText, resultText } from './adjustment-words.ts';

interface Props {
  onClose: () => void;
  onDone: () => void;
}

/** Points that no record can correct, on a month that is locked: with reason and evidence, and never an edit. */
export function NewAdjustment({ onClose, onDone }: Props) {
  const months = useLoaded('locked', async () => (await call('listPublications', { query: { pageSize: 100 } })).items.filter(({ kind, state }) => kind === 'month' && state === 'locked').map(({ period }) => period));
  return <Ready of={months} lines={1}>{(locked) => (locked.length === 0 ? <NoneLocked onClose={onClose} /> : <Form months={locked} onClose={onClose} onDone={onDone} />)}</Ready>;
}

function NoneLocked({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title="记一笔更正" onClose={onClose} actions={<Button onClick={onClose}>知道了</Button>}>
      <Note>还没有锁定的月份。没有锁定的，公示期间提异议，或直接改原记录。</Note>
    </Dialog>
  );
}

function Form({ months, onClose, onDone }: Props & { months: readonly string[] }) {
  const id = useMemo(clientId, []);
  const [member, setMember] = useState<Picked | null>(null);
  const [draft, setDraft] = useState({ month: months[0] ?? '', points: '', reason: '', evidence: '' });
  const act = useAct();
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const [points, reason, evidence] = [draft.points.trim(), draft.reason.trim(), draft.evidence.trim()];
  const ready = member !== null && points !== '' && reason !== '' && evidence !== '';
  const send = async (): Promise<void> => {
    if (!ready) return;
    const what = `${member.name}${periodInChinese(draft.month)}的学习得分${pointsText(points)}。`;
    if (!(await ask({ title: '记上这一笔更正', text: `${what}记上以后不能改，只能再记一笔冲回；本人会收到消息。`, yes: '记上' }))) return;
    await act.run(async () => {
      const { before, after } = await call('createScoreAdjustment', { body: { clientId: id, month: draft.month, memberId: member.memberId, points, reason, evidence } });
      say(`${member.name}：${resultText(before)}，改为${resultText(after)}`);
      onDone();
    });
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>记一笔</Button>
    </>
  );
  const choices = months.map((value) => ({ value, label: periodInChinese(value) }));
  return (
    <Dialog title="记一笔更正" onClose={onClose} actions={actions} unsaved={reason !== '' || evidence !== ''} onSubmit={() => void send()}>
      <Note tone="blue">点名、打卡、补学记错的，在原记录上更正就行，系统会自己另记一笔。这里只记原记录改不了的。</Note>
      <MemberPicker label="谁的" value={member} onPick={setMember} />
      <SelectField label="哪个月" choices={choices} value={draft.month} error={blameOn(act.failure, 'month')} onChange={(event) => set({ month: event.target.value })} />
      <TextField label="学习得分增减几分" placeholder="2 或 -1.5" maxLength={6} value={draft.points} error={blameOn(act.failure, 'points')} onChange={(event) => set({ points: event.target.value })} />
      <TextArea label="为什么，本人会看到" rows={2} maxLength={200} value={draft.reason} onChange={(event) => set({ reason: event.target.value })} />
      <TextField label="依据" placeholder="哪次会议定的，哪份材料" maxLength={200} value={draft.evidence} onChange={(event) => set({ evidence: event.target.value })} />
      <FailureNote failure={act.failure} placed={['month', 'points']} />
    </Dialog>
  );
}
