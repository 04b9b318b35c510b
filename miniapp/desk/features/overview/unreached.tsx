import { monthOf } from '@weidangxiao/shared/rules/week.ts';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { reachWords } from '../study-coverage/reach-words.ts';
import css from './overview.module.css';

const shown = 5;

/** The first of those who got no study this month, with what can be done for them. */
export function Unreached() {
  const month = monthOf(today());
  const { data } = useLoaded(month, () => call('getCoverage', { params: { month }, query: { pageSize: shown } }));
  if (!data || data.total === 0) return null;
  return (
    <section className={css.unreached} aria-label="本月还没学到的">
      <h2 className="section-title">本月还没学到的{data.total}人</h2>
      <ul>
        {data.items.map(({ member, group, reach }) => (
          <li key={member.memberId}>
            <a href={`#/members/${member.memberId}`}>
              <span>
                {member.name}
                <span className="note-size minor"> {group?.name ?? ''}</span>
              </span>
              <span className="note-size minor">{reachWords[reach]}</span>
            </a>
          </li>
        ))}
      </ul>
      {data.total > shown ? <p><a className="link" href="#/coverage">另外{data.total - shown}人</a></p> : null}
    </section>
  );
}
