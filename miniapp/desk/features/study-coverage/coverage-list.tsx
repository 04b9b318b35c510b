import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import css from './coverage.module.css';
import { reachWords } from './reach-words.ts';

type Coverage = Answer<'getCoverage'>;

/** By group and surname, with what can be done for each. */
export function CoverageList({ coverage: { items }, exempt, title }: { coverage: Coverage; exempt: boolean; title: string }) {
  const groups = [...new Set(items.map(({ group }) => group?.name ?? '没有小组'))];
  return (
    <section className={css.people} aria-label={title}>
      <h2 className="section-title">{title}</h2>
      {items.length === 0 ? <p className="minor">{exempt ? '没有整月免学的' : '这个月每个人都学到了'}</p> : null}
      {groups.map((name) => (
        <div key={name}>
          <h3 className="note-size minor">{name}</h3>
          <ul>
            {items.filter(({ group }) => (group?.name ?? '没有小组') === name).map(({ member, reach }) => (
              <li key={member.memberId}>
                <a className="medium" href={`#/members/${member.memberId}`}>{member.name}</a>
                <span className="note-size minor">{exempt ? '' : reachWords[reach]}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
