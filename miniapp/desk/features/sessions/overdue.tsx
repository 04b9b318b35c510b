import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { Note } from '../../components/states.tsx';
import { dateWithYear, now, today } from '../../platform/clock.ts';
import { useMayFor } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import css from './sessions.module.css';
import { isOverdue, type Session, whoOf } from './session-words.ts';
import { sessionsBetween } from './use-sessions.ts';

/** How far back what was never closed out is still brought up. */
const lookBackDays = 30;
const shown = 3;

/** Sessions that are over and not closed out: they come first, since everything else follows from their close-out. */
export function Overdue() {
  const writes = useMayFor('study-sessions.write');
  const loaded = useLoaded('overdue', unfinished);
  useReloadOnJump(loaded);
  const sessions = (loaded.data ?? []).filter(({ group }) => writes(group?.id ?? null));
  if (sessions.length === 0) return null;
  return (
    <div className={css.overdue}>
      <Note tone="amber">
        {sessions.length}场开过了还没收尾：
        {sessions.slice(0, shown).map(({ id, date, title, ...session }, index) => (
          <span key={id}>
            {index > 0 ? '、' : ''}
            <a className="link" href={`#/sessions/${id}`}>{dateWithYear(date)}{whoOf(session)}“{title}”</a>
          </span>
        ))}
        {sessions.length > shown ? `，另外${sessions.length - shown}场` : ''}
      </Note>
    </div>
  );
}

async function unfinished(): Promise<Session[]> {
  const [from, to] = [addDays(today(), -lookBackDays), today()];
  const states = await Promise.all(['open', 'planned'].map((state) => sessionsBetween(from, to, { groupId: '', kind: '', state })));
  return states.flat().filter((session) => isOverdue(session, now())).sort((a, b) => a.startsAt - b.startsAt);
}
