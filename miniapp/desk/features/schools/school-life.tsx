import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { Section } from '../../components/section.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { useMay, useMayFor } from '../../platform/session.ts';
import { countsOf, type Session, timesOf } from '../sessions/session-words.ts';
import css from './schools.module.css';
import type { School } from './school-words.ts';

/** What comes next, what was held, what its people wrote. */
export function SchoolLife({ school: { id, next, past, reflections } }: { school: School }) {
  const reads = useMay('reflections.review');
  const plans = useMayFor('study-sessions.write')(id);
  return (
    <div className={css.life}>
      <Section title="下一次学习">{next ? <ul className={css.lines}><SessionLine session={next} /></ul> : <p className="minor">还没有排。{plans ? <a className="link" href={`#/sessions/new?group=${id}`}>去排活动</a> : null}</p>}</Section>
      <Section title="办过的学习" acts={past.length > 0 ? <a className="link note-size" href={`#/sessions?group=${id}&look=list`}>这个小组的活动</a> : null}>
        {past.length === 0 ? <p className="minor">收尾以后在这里出现。</p> : <ul className={css.lines}>{past.map((session) => <SessionLine key={session.id} session={session} />)}</ul>}
      </Section>
      <Section title="组里的心得">
        {reflections.length === 0 ? <p className="minor">发布以后在这里出现。</p> : null}
        <ul className={css.lines}>
          {reflections.map(({ id: one, title, author, publishedAt }) => (
            <li key={one}>
              <span className="grow">{reads ? <a href={`#/reflections/${one}`}>{title}</a> : title}</span>
              <span className="minor nowrap">{author.name}{publishedAt ? `，${dateWithYear(businessDate(publishedAt))}` : ''}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

function SessionLine({ session }: { session: Session }) {
  const { id, title, date, number, place } = session;
  const counts = countsOf(session);
  return (
    <li>
      <span className="grow">
        <a href={`#/sessions/${id}`}>{title}</a>
        {number ? <span className="faint note-size"> 全镇第{number}期</span> : null}
        {place.text ? <span className="faint note-size"> {place.text}</span> : null}
      </span>
      <span className="minor nowrap">{dateWithYear(date)}{timesOf(session)}{counts ? `，到${counts}` : ''}</span>
    </li>
  );
}
