import { invitationStateNames, moveInvitation } from '@weidangxiao/shared/rules/teacher.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Chip } from '../../components/chip.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMayFor } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './teachers.module.css';
import { invitationTones } from './teacher-words.ts';
import type { Invitation } from './use-teachers.ts';

interface Props {
  invitation: Invitation;
  /** In a list of several teachers. */
  named?: boolean;
  onChanged: () => void;
}

/** What was asked, what was answered, and the answer to be written down when it came by phone. */
export function InvitationLine({ invitation, named = false, onChanged }: Props) {
  const { id, teacher, state, topic, date, sessionId, group, invitedBy, answer } = invitation;
  const answers = useMayFor('teacher-invitations.answer')(group?.id ?? null);
  const writes = useMayFor('teacher-invitations.write')(group?.id ?? null);
  const [declining, setDeclining] = useState(false);
  const act = useAct();
  const finish = (words: string): void => {
    setDeclining(false);
    say(words);
    onChanged();
  };
  const reply = async (accept: boolean, note: string | null): Promise<void> => {
    if (await act.run(() => call('answerTeacherInvitation', { params: { id }, body: { accept, note } }))) finish(accept ? '记下了，来' : '记下了，来不了');
  };
  const withdraw = async (): Promise<void> => {
    if (!(await ask({ title: '撤回邀请', text: `不请${teacher.name}讲“${topic}”了。撤回后要再请，得重新发。`, yes: '撤回' }))) return;
    if (await act.run(() => call('withdrawTeacherInvitation', { params: { id } }))) finish('撤回了');
  };
  const can = (event: Parameters<typeof moveInvitation>[1]): boolean => moveInvitation(state, event) !== null;
  return (
    <li className={css.invitation}>
      <div className="row wrap">
        <Chip tone={invitationTones[state]}>{invitationStateNames[state]}</Chip>
        <span className="grow">
          {named ? <a className="medium" href={`#/teachers/${teacher.id}`}>{teacher.name}</a> : null}
          {named ? '，' : ''}{dateWithYear(date)}，{sessionId ? <a className="link" href={`#/sessions/${sessionId}`}>{topic}</a> : topic}
        </span>
        {answers && can('accept') ? <Button small disabled={act.busy} onClick={() => void reply(true, null)}>答应了</Button> : null}
        {answers && can('decline') ? <Button small disabled={act.busy} onClick={() => setDeclining(true)}>来不了</Button> : null}
        {writes && can('withdraw') ? <Button small disabled={act.busy} onClick={() => void withdraw()}>撤回</Button> : null}
      </div>
      <p className="note-size minor">
        {group?.name ?? '镇里'}请的，{invitedBy.name}{answer ? `；${answer.by.name}${whenInChinese(answer.at)}记的${answer.note ? `：${answer.note}` : ''}` : ''}
      </p>
      <FailureNote failure={act.failure} />
      {declining ? <ReasonDialog title={`${teacher.name}来不了`} label="怎么说的" yes="记下" max={200} busy={act.busy} failure={act.failure} onClose={() => setDeclining(false)} onDone={(note) => void reply(false, note)} /> : null}
    </li>
  );
}
