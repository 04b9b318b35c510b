import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Facts } from '../../components/facts.tsx';
import { Check, TextArea, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { clientId } from '../../platform/client-id.ts';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';
import { HoursField } from './hours-field.tsx';
import type { DialogProps } from './session-acts.tsx';
import { timesOf, whoOf } from './session-words.ts';

interface Next {
  text: string;
  due: string;
  member: Picked | null;
}

/** Three facts that are known already, and one line of what happened; the rest may stay empty. */
export function CloseOutDialog({ session, onClose, onDone }: DialogProps) {
  const id = useMemo(clientId, []);
  const [text, setText] = useState('');
  const { counts } = session;
  const [hours, setHours] = useState(session.hours);
  const [gap, setGap] = useState('');
  const [next, setNext] = useState<Next>({ text: '', due: '', member: null });
  const [more, setMore] = useState(false);
  const act = useAct();
  const { begun, whole } = stateOf(next);
  const ready = text.trim() !== '' && (!begun || whole);
  const close = async (): Promise<void> => {
    if (!ready) return;
    const action = whole && next.member ? { text: next.text.trim(), memberId: next.member.memberId, due: next.due } : null;
    const body = { clientId: id, line: { kind: 'text' as const, text: text.trim() }, hours, gap: gap.trim() || null, action };
    if (await act.run(() => call('closeStudySession', { params: { id: session.id }, body }))) onDone('收尾了，已存档');
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>收尾并存档</Button>
    </>
  );
  return (
    <Dialog title="收尾" onClose={onClose} actions={actions} unsaved={text !== '' || begun || gap !== ''} onSubmit={() => void close()}>
      <Facts facts={[['时间', `${dateWithYear(session.date)}${timesOf(session)}`], ['谁参加', whoOf(session)], ['到场', counts ? `到了${counts.attended}人，应到${counts.expected}人` : '还没点名']]} />
      <TextArea label="这场讲了什么，一句话" rows={2} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
      <HoursField value={hours} onChange={setHours} />
      <Check label="再记差距和下一步" checked={more} onChange={setMore} />
      {more ? (
        <FormGrid>
          <Cell><TextField label="找到的差距" maxLength={300} value={gap} onChange={(event) => setGap(event.target.value)} /></Cell>
          <NextFields next={next} from={session.date} groupId={session.group?.id} onChange={setNext} />
        </FormGrid>
      ) : null}
      {begun && !whole ? <p className="note-size minor">下一步要写清做什么、谁来做、哪天以前。</p> : null}
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}

const stateOf = ({ text, due, member }: Next) => ({ begun: text.trim() !== '' || member !== null, whole: text.trim() !== '' && member !== null && due !== '' });

function NextFields({ next, from, groupId, onChange }: { next: Next; from: string; groupId: string | undefined; onChange: (next: Next) => void }) {
  return (
    <>
      <Cell><TextField label="下一步做什么" maxLength={200} value={next.text} onChange={(event) => onChange({ ...next, text: event.target.value })} /></Cell>
      <Cell part="half"><MemberPicker label="谁来做" value={next.member} onPick={(member) => onChange({ ...next, member })} groupId={groupId} /></Cell>
      <Cell part="half"><TextField label="什么时候以前" type="date" min={from} value={next.due} onChange={(event) => onChange({ ...next, due: event.target.value })} /></Cell>
    </>
  );
}
