import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear, today, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMayFor, useSession } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import css from './sessions.module.css';
import type { SessionDetail } from './session-words.ts';

type Action = SessionDetail['actions'][number];

/** What somebody is to do until a day, and whether it is done. */
export function ActionLine({ action, onDone }: { action: Action; onDone?: () => void }) {
  const { text, member, due, done } = action;
  const late = !done && due < today();
  return (
    <li className={css.line}>
      <div className="row">
        <span className="grow">{text}</span>
        {onDone && !done ? <Complete action={action} onDone={onDone} /> : null}
      </div>
      <p className={`note-size ${late ? 'amber' : 'minor'}`}>
        {member.name}，{dateWithYear(due)}前{done ? `，${whenInChinese(done.at)}办好${done.note ? `：${done.note}` : ''}` : late ? '，过了日子还没办' : ''}
      </p>
    </li>
  );
}

function Complete({ action, onDone }: { action: Action; onDone: () => void }) {
  const may = useMayFor('session-actions.own');
  const me = useSession(({ caller }) => caller?.member?.id);
  const writes = may(action.group?.id ?? null) || action.member.memberId === me;
  const [asking, setAsking] = useState(false);
  const act = useAct();
  const complete = async (note: string): Promise<void> => {
    if (!(await act.run(() => call('completeSessionAction', { params: { id: action.id }, body: { note } })))) return;
    setAsking(false);
    say('记下了');
    onDone();
  };
  if (!writes) return null;
  return (
    <>
      <Button small onClick={() => setAsking(true)}>办好了</Button>
      {asking ? <ReasonDialog title="这件事办好了" text={action.text} label="怎么办的" yes="办好了" max={200} busy={act.busy} failure={act.failure} onClose={() => setAsking(false)} onDone={(note) => void complete(note)} /> : null}
    </>
  );
}
