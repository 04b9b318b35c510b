import { attendanceStatusNames, rollStatuses } from '@weidangxiao/shared/rules/attendance.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextArea, TextField } from '../../components/field.tsx';
import { Cell, FormGrid } from '../../components/form-grid.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { HoursField } from './hours-field.tsx';
import type { SessionDetail } from './session-words.ts';

interface Props {
  session: SessionDetail;
  /** Whose attendance it is about; null: the record. */
  memberId: string | null;
  onClose: () => void;
  onDone: () => void;
}

const unmarked = '';
const statusChoices = [...rollStatuses.map((value) => ({ value: value as string, label: attendanceStatusNames[value] })), { value: unmarked, label: '没有记录' }];

/** After the close-out nothing is edited: a dated row says what it was, what it is, why, and who. */
export function CorrectDialog({ session, memberId, onClose, onDone }: Props) {
  const id = useMemo(clientId, []);
  const before = { title: session.title, text: session.record?.text ?? '', hours: session.hours };
  const [after, setAfter] = useState(before);
  const [status, setStatus] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const act = useAct();
  const row = useLoaded(memberId, () => rowOf(session.id, memberId ?? ''));
  const changes = Object.fromEntries(Object.entries(after).filter(([key, value]) => value.trim() !== '' && value !== before[key as keyof typeof before]));
  const ready = why.trim() !== '' && (memberId ? status !== null : Object.keys(changes).length > 0);
  const correct = async (): Promise<void> => {
    if (!ready) return;
    const attendance = memberId && status !== null ? [{ memberId, status: (status || null) as (typeof rollStatuses)[number] | null }] : [];
    const body = { clientId: id, why: why.trim(), ...(memberId ? {} : changes), attendance };
    if (!(await act.run(() => call('correctStudySession', { params: { id: session.id }, body })))) return;
    say('更正了，原来的也留着');
    onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>更正</Button>
    </>
  );
  return (
    <Dialog title={memberId ? `更正${row.data?.member.name ?? ''}的考勤` : '更正记录'} onClose={onClose} actions={actions} unsaved={why !== '' || status !== null} onSubmit={() => void correct()}>
      <p className="minor">这一场已经收尾。更正会记下日期、原因和前后两种写法。</p>
      {memberId ? (
        <>
          <p>现在记的是：{row.data?.status ? attendanceStatusNames[row.data.status] : '没有记录'}</p>
          <SelectField label="应该是" choices={[...(status === null ? [{ value: 'none', label: '选一个' }] : []), ...statusChoices]} value={status ?? 'none'} onChange={(event) => setStatus(event.target.value)} />
        </>
      ) : (
        <RecordFields record={after} onChange={setAfter} />
      )}
      <TextField label="为什么更正" maxLength={200} value={why} onChange={(event) => setWhy(event.target.value)} />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}

interface RecordWords {
  title: string;
  text: string;
  hours: string;
}

function RecordFields({ record, onChange }: { record: RecordWords; onChange: (record: RecordWords) => void }) {
  return (
    <FormGrid>
      <Cell><TextField label="名称" maxLength={60} value={record.title} onChange={(event) => onChange({ ...record, title: event.target.value })} /></Cell>
      <Cell><TextArea label="讲了什么" rows={3} maxLength={500} value={record.text} onChange={(event) => onChange({ ...record, text: event.target.value })} /></Cell>
      <Cell><HoursField value={record.hours} onChange={(hours) => onChange({ ...record, hours })} /></Cell>
    </FormGrid>
  );
}

async function rowOf(id: string, memberId: string) {
  const { items } = await call('listAttendance', { params: { id }, query: {} });
  const row = items.find(({ member }) => member.memberId === memberId);
  return row ?? null;
}
