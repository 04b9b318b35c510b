import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { Ready } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMayFor } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { RollTable } from './roll-table.tsx';
import { SessionActs } from './session-acts.tsx';
import { SessionSide } from './session-side.tsx';
import css from './sessions.module.css';
import { timesOf, whoOf } from './session-words.ts';

/** One session: its plan, its roll, its record, and what was changed about it. */
export function SessionPage({ id }: { id: string }) {
  const loaded = useLoaded(id, () => call('getStudySession', { params: { id } }));
  useReloadOnJump(loaded);
  const reads = useMayFor('attendance.read');
  const [correcting, setCorrecting] = useState<string | null>(null);
  // The roll is asked for anew when the session has changed.
  const [turn, setTurn] = useState(0);
  const changed = async (): Promise<void> => {
    await loaded.reload();
    setTurn((before) => before + 1);
  };
  return (
    <Ready of={loaded} lines={10}>
      {(session) => (
        <Page title={session.title} aside={`${dateWithYear(session.date)}${timesOf(session)}，${whoOf(session)}`} actions={<SessionActs session={session} onChanged={changed} onCorrect={() => setCorrecting('')} />}>
          <div className={css.columns}>
            <SessionSide session={session} />
            {reads(session.group?.id ?? null) ? <RollTable key={turn} session={session} onChanged={loaded.reload} onCorrect={setCorrecting} /> : null}
          </div>
          {correcting === null ? null : <CorrectDialog session={session} memberId={correcting || null} onClose={() => setCorrecting(null)} onDone={() => { setCorrecting(null); void changed(); }} />}
        </Page>
      )}
    </Ready>
  );
}
