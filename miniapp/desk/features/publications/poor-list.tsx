import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Chip } from '../../components/chip.tsx';
import css from './publications.module.css';
import type { Draft } from './use-draft.ts';

/** Where reason and talk are written down. */
export const talksAt = '#/score-entries';

/** Whose month is poor: each needs a written reason and a talk before it is put up. Those nobody has talked with come first. */
export function PoorList({ draft: { poors, poorsInAll } }: { draft: Draft }) {
  if (poors.length === 0) return null;
  const sorted = [...poors].sort((a, b) => Number(a.talk !== null) - Number(b.talk !== null));
  return (
    <section className={css.poors} aria-label="评为差的">
      <h2 className="section-title">评为“差”的{poorsInAll}人</h2>
      <p className="note-size minor">先写明理由、当面谈过，再公示。</p>
      <ul>
        {sorted.map(({ member, group, m, talk }) => (
          <li key={member.memberId}>
            <b className="medium">{member.name}</b>
            <span className="minor">{group?.name ?? '没有小组'}</span>
            <span>{m}分</span>
            <span className="grow minor">{talk ? `${dateInChinese(talk.talkedOn)}${talk.talkedBy}谈过：${talk.reason}` : ''}</span>
            {talk ? <Chip tone="green">谈过了</Chip> : <a className={css.act} href={talksAt}>去登记谈话</a>}
          </li>
        ))}
      </ul>
      {poorsInAll > poors.length ? <p className="note-size minor">这里只列前{poors.length}人</p> : null}
    </section>
  );
}
