import { teacherKindNames } from '@weidangxiao/shared/rules/teacher.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Facts } from '../../components/facts.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay, useReach } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { InvitationsOf } from './invitations-of.tsx';
import { TaughtSessions } from './taught-sessions.tsx';
import { TeacherDialog } from './teacher-dialog.tsx';
import type { TeacherDetail } from './use-teachers.ts';

interface Props {
  id: string;
  onChanged: () => void;
  onClose: () => void;
}

/** One teacher: topics, how to reach them, what they were asked and what they taught. */
export function TeacherPanel({ id, onChanged, onClose }: Props) {
  const loaded = useLoaded(id, () => call('getTeacher', { params: { id } }));
  const changed = async (): Promise<void> => {
    await loaded.reload();
    onChanged();
  };
  return (
    <Dialog title={loaded.data?.name ?? '师资'} size="side" onClose={onClose}>
      <Ready of={loaded} lines={8}>{(teacher) => <Body teacher={teacher} onChanged={changed} onGone={() => { onChanged(); onClose(); }} />}</Ready>
    </Dialog>
  );
}

function Body({ teacher, onChanged, onGone }: { teacher: TeacherDetail; onChanged: () => Promise<void>; onGone: () => void }) {
  const writes = useMay('teachers.write') && !teacher.closed;
  const [editing, setEditing] = useState(false);
  const act = useAct();
  const close = async (): Promise<void> => {
    if (!(await ask({ title: `停用${teacher.name}`, text: '停用后排活动选不到，也不能再请，不能恢复。讲过的都留着。', yes: '停用' }))) return;
    if (!(await act.run(() => call('closeTeacher', { params: { id: teacher.id } })))) return;
    say(`${teacher.name}停用了`);
    onGone();
  };
  return (
    <>
      {teacher.closed ? <Note tone="amber">这位老师已停用</Note> : null}
      <Facts
        facts={[
          ['哪一类', teacherKindNames[teacher.kind]],
          ['单位', teacher.organisation || '没填'],
          ['能讲什么', teacher.topics.join('、') || '没填'],
          ...(teacher.tags.length > 0 ? [['标签', teacher.tags.join('、')] as const] : []),
          ...(teacher.member ? [['名册里', <a key="member" className="link" href={`#/members/${teacher.member.memberId}`}>{teacher.member.name}</a>] as const] : []),
          ['手机', <Phone key="phone" teacher={teacher} />],
        ]}
      />
      {writes ? (
        <div className="row">
          <Button small icon="penLine" onClick={() => setEditing(true)}>改资料</Button>
          <Button small busy={act.busy} onClick={() => void close()}>停用</Button>
        </div>
      ) : null}
      <FailureNote failure={act.failure} />
      <InvitationsOf teacher={teacher} />
      <TaughtSessions teacher={teacher} />
      {editing ? <TeacherDialog teacher={teacher} onClose={() => setEditing(false)} onDone={() => { setEditing(false); void onChanged(); }} /> : null}
    </>
  );
}

/** Masked until somebody asks for it; who asked is written down. */
function Phone({ teacher: { id, hasPhone, phoneMasked } }: { teacher: TeacherDetail }) {
  const reveals = useReach('teachers.phone') !== null;
  const [phone, setPhone] = useState<string | null>(null);
  const act = useAct();
  if (!hasPhone) return <>没留</>;
  const reveal = (): Promise<boolean> => act.run(async () => setPhone((await call('revealTeacherPhone', { params: { id } })).phone));
  return (
    <span className="row">
      {phone ?? phoneMasked ?? '有'}
      {phone || !reveals ? null : <Button small busy={act.busy} onClick={() => void reveal()}>看完整的</Button>}
      {act.failure ? <span className="amber note-size">{act.failure.message}</span> : null}
    </span>
  );
}
