import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField } from '../../components/field.tsx';
import { FailureNote, Ready } from '../../components/states.tsx';
import { dateWithYear, today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { type Session, timesOf, whoOf } from '../sessions/session-words.ts';
import { sessionsBetween } from '../sessions/use-sessions.ts';
import type { CourseRequest } from './course-words.ts';

interface Props {
  request: CourseRequest;
  onClose: () => void;
  onDone: () => void;
}

const aheadDays = 60;

/** A session that is planned already takes up what was asked for. */
export function PlannedDialog({ request, onClose, onDone }: Props) {
  const loaded = useLoaded('ahead', () => sessionsBetween(today(), addDays(today(), aheadDays), { groupId: '', kind: '', state: 'planned' }));
  const [sessionId, setSessionId] = useState('');
  const act = useAct();
  const plan = async (): Promise<void> => {
    if (sessionId === '') return;
    if (await act.run(() => call('planCourseRequest', { params: { id: request.id }, body: { sessionId } }))) onDone();
  };
  const actions = (
    <>
      <Button onClick={onClose}>先不</Button>
      <Button kind="primary" type="submit" busy={act.busy} disabled={sessionId === ''}>放进这一场</Button>
    </>
  );
  return (
    <Dialog title={`“${request.title}”放进哪一场`} onClose={onClose} actions={actions} onSubmit={() => void plan()}>
      <Ready of={loaded} lines={2}>
        {(sessions) => (sessions.length === 0 ? <p className="minor">后面两个月还没有排好的活动，先排一场。</p> : <SelectField label="哪一场" choices={[{ value: '', label: '选一场' }, ...inOrder(sessions, request).map((session) => ({ value: session.id, label: wordsOf(session) }))]} value={sessionId} onChange={(event) => setSessionId(event.target.value)} />)}
      </Ready>
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}

function wordsOf(session: Session): string {
  return `${dateWithYear(session.date)}${timesOf(session)}，${whoOf(session)}，${session.title}`;
}

/** Those of the group that asked come first. */
function inOrder(sessions: readonly Session[], { group }: CourseRequest): Session[] {
  const own = (session: Session): boolean => session.expected.groups.some(({ id }) => id === group?.id);
  return [...sessions.filter(own), ...sessions.filter((session) => !own(session))];
}
