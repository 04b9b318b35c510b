import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Section } from '../../components/section.tsx';
import { Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMaySomewhere } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { InvitationLine } from './invitation-line.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import type { TeacherDetail } from './use-teachers.ts';

/** What this teacher was asked for, and the answers. */
export function InvitationsOf({ teacher }: { teacher: TeacherDetail }) {
  const invites = useMaySomewhere('teacher-invitations.write') && !teacher.closed;
  const [inviting, setInviting] = useState(false);
  const loaded = useLoaded(teacher.id, () => call('listTeacherInvitations', { query: { teacherId: teacher.id, pageSize: 10 } }));
  return (
    <Section title="邀请" acts={invites ? <Button small onClick={() => setInviting(true)}>请这位老师</Button> : null}>
      <Ready of={loaded} lines={2}>
        {({ items }) => (items.length === 0 ? <p className="minor">还没请过</p> : <ul>{items.map((invitation) => <InvitationLine key={invitation.id} invitation={invitation} onChanged={() => void loaded.reload()} />)}</ul>)}
      </Ready>
      {inviting ? <InviteDialog teacher={teacher} onClose={() => setInviting(false)} onDone={() => { setInviting(false); say('请了，等答复'); void loaded.reload(); }} /> : null}
    </Section>
  );
}
