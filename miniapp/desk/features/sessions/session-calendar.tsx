import { sessionKindNames, sessionStateNames, timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { now, today } from '../../platform/clock.ts';
import { type CalendarDay, calendarWeeks } from './calendar-days.ts';
import css from './session-calendar.module.css';
import { isOverdue, type Session, whoOf } from './session-words.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'];
/** So many fit into a day; the others open on a tap. */
const fits = 3;

export function SessionCalendar({ month, sessions, plans }: { month: string; sessions: readonly Session[]; plans: boolean }) {
  return (
    <div className={css.box}>
      <table className={css.calendar} aria-label="月历">
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col" abbr={`星期${name}`}>周{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calendarWeeks(month, sessions).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day) => (
                <Day key={day.date} day={day} plans={plans} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend />
    </div>
  );
}

function Day({ day: { date, inMonth, sessions }, plans }: { day: CalendarDay; plans: boolean }) {
  const [all, setAll] = useState(false);
  if (!inMonth) return <td className={css.outside} aria-hidden="true"><span className={css.number}>{Number(date.slice(8))}</span></td>;
  const isToday = date === today();
  const shown = all || sessions.length <= fits + 1 ? sessions : sessions.slice(0, fits);
  return (
    <td className={isToday ? css.today : ''} aria-current={isToday ? 'date' : undefined}>
      <div className={css.head}>
        <span className={css.number}>{Number(date.slice(8))}</span>
        {plans && date >= today() ? <a className={css.add} href={`#/sessions/new?date=${date}`} aria-label={`${dateInChinese(date)}排活动`}>排</a> : null}
      </div>
      <ul>
        {shown.map((session) => (
          <li key={session.id}>
            <Entry session={session} />
          </li>
        ))}
      </ul>
      {sessions.length > shown.length ? <button type="button" className={css.more} onClick={() => setAll(true)}>另外{sessions.length - shown.length}场</button> : null}
    </td>
  );
}

function Entry({ session }: { session: Session }) {
  const { id, state, startsAt, kind, title } = session;
  const look = isOverdue(session, now()) ? 'overdue' : state;
  const all = `${timeOf(startsAt)} ${title}，${whoOf(session)}，${sessionKindNames[kind]}，${sessionStateNames[state]}`;
  return (
    <a className={`${css.entry} ${css[look]}`} href={`#/sessions/${id}`} title={all} aria-label={all}>
      <i aria-hidden="true" />
      <span>{timeOf(startsAt)}</span>
      <span className="one-line">{short(session)}</span>
    </a>
  );
}

const shortKinds: Readonly<Record<Session['kind'], string>> = { centralized: '集中', group: '研讨', night: '夜校', practice: '实践' };

/** 三组夜校; the whole name is in the tooltip. */
function short({ expected, kind }: Session): string {
  const who = expected.kind === 'groups' ? (expected.groups.length === 1 ? (expected.groups[0]?.name ?? '').replace('学习小组', '组') : `${expected.groups.length}个组`) : whoOf({ expected });
  return `${who}${shortKinds[kind]}`;
}

function Legend() {
  return (
    <ul className={css.legend} aria-label="颜色的意思">
      {(['planned', 'open', 'closed', 'cancelled'] as const).map((state) => (
        <li key={state} className={`${css.entry} ${css[state]}`}>
          <i aria-hidden="true" />
          <span>{sessionStateNames[state]}</span>
        </li>
      ))}
      <li className={`${css.entry} ${css.overdue}`}>
        <i aria-hidden="true" />
        <span>开过了，还没收尾</span>
      </li>
    </ul>
  );
}
