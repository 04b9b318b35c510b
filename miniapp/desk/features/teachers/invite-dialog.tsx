import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { useMemo, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { FailureNote } from '../../components/states.tsx';
import { clientId } from '../../platform/client-id.ts';
import { dateWithYear, today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useMayFor } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useGroupsFor } from '../groups/use-groups.ts';
import { whoOf } from '../sessions/session-words.ts';
import { sessionsBetween } from '../sessions/use-sessions.ts';
import type { TeacherDetail } from './use-teachers.ts';

interface Props {
  teacher: TeacherDetail;
  onClose: () => void;
  onDone: () => void;
}

const aheadDays = 60;

/** The town or a leader asks a teacher, for a session that is planned or for a day. */
export function InviteDialog({ teacher, onClose, onDone }: Props) {
  const id = useMemo(clientId, []);
  const [topic, setTopic] = useState(teacher.topics[0] ?? '');
  const [sessionId, setSessionId] = useState('');
  const [date, setDate] = useState(addDays(today(), 7));
  const invites = useMayFor('teacher-invitations.write');
  const { groups, whole } = useGroupsFor('teacher-invitations.write');
  const act = useAct();
  const ahead = useLoaded('ahead', () => sessionsBetween(today(), addDays(today(), aheadDays), { groupId: '', kind: '', state: 'planned' })).data ?? [];
  const sessions = ahead.filter(({ group }) => invites(group?.id ?? null));
  const choices = sessions.map((session) => ({ value: session.id, label: `${dateWithYear(session.date)}${whoOf(session)}，${session.title}` }));
  const ready = topic.trim() !== '' && (sessionId !== '' || date !== '');
  const invite = async (): Promise<void> => {
    if (!ready) return;
    const groupId = sessions.find((session) => session.id === sessionId)?.group?.id ?? (whole ? null : (groups[0]?.id ?? null));
    const body = { clientId: id, teacherId: teacher.id, groupId, topic: topic.trim(), ...(sessionId ? { sessionId } : { date }) };
    if (await act.run(() => call('createTeacherInvitation', { body }))) onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={!ready}>发出邀请</Button>
    </>
  );
  return (
    <Dialog title={`请${teacher.name}`} onClose={onClose} actions={actions} onSubmit={() => void invite()}>
      <TextField label="讲什么" maxLength={60} value={topic} onChange={(event) => setTopic(event.target.value)} />
      <SelectField label="哪一场" choices={[{ value: '', label: '还没排，先约日子' }, ...choices]} value={sessionId} onChange={(event) => setSessionId(event.target.value)} />
      {sessionId ? null : <TextField label="哪天" type="date" min={today()} value={date} onChange={(event) => setDate(event.target.value)} />}
      <p className="minor note-size">{teacher.member ? '老师在手机上能看到，也能直接回。' : '外请的老师在电话里回，问到了在这里记上。'}</p>
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
