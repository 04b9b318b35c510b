import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { ReactNode } from 'react';
import { Chip } from '../../components/chip.tsx';
import css from './publications.module.css';
import type { Draft } from './use-draft.ts';

/** Where reason and talk of a month are written down. */
export const talksAt = (month: string): string => `#/talks/${month}`;

type Talk = Draft['poors'][number]['talk'];

/** Whose month is poor: each needs a written reason and a talk before it is put up. Those nobody has talked with come first. */
export function PoorList({ draft: { month, poors, poorsInAll } }: { draft: Draft }) {
  if (poors.length === 0) return null;
  const sorted = [...poors].sort((a, b) => Number(a.talk !== null) - Number(b.talk !== null));
  return (
    <Poors label="评为差的" title={`评为“差”的${poorsInAll}人`} lead="先写明理由、当面谈过，再公示。" rest={poorsInAll > poors.length ? poors.length : null}>
      {sorted.map(({ member, group, m, talk }) => <Poor key={member.memberId} month={month} name={member.name} group={group?.name} m={m} said="" talk={talk} />)}
    </Poors>
  );
}

/** Whom a dated change has made poor since the month was published: nobody else reads it before there is a talk. */
export function LaterPoorList({ draft: { month, laterPoors, laterPoorsInAll } }: { draft: Draft }) {
  if (laterPoors.length === 0) return null;
  return (
    <Poors label="公示以后改成差的" title={`公示以后改成“差”的${laterPoorsInAll}人`} lead="先写明理由、当面谈过，公示表上才改。没谈完，年度结果不能公示。" rest={laterPoorsInAll > laterPoors.length ? laterPoors.length : null}>
      {laterPoors.map(({ member, group, m, on, talk }) => <Poor key={member.memberId} month={month} name={member.name} group={group?.name} m={m} said={`${dateInChinese(on)}改的`} talk={talk} />)}
    </Poors>
  );
}

function Poors({ label, title, lead, rest, children }: { label: string; title: string; lead: string; rest: number | null; children: ReactNode }) {
  return (
    <section className={css.poors} aria-label={label}>
      <h2 className="section-title">{title}</h2>
      <p className="note-size minor">{lead}</p>
      <ul>{children}</ul>
      {rest === null ? null : <p className="note-size minor">这里只列前{rest}人</p>}
    </section>
  );
}

function Poor({ month, name, group, m, said, talk }: { month: string; name: string; group: string | undefined; m: string; said: string; talk: Talk }) {
  return (
    <li>
      <b className="medium">{name}</b>
      <span className="minor">{group ?? '没有小组'}</span>
      <span>{m}分</span>
      <span className="grow minor">{talk ? `${dateInChinese(talk.talkedOn)}${talk.talkedBy}谈过：${talk.reason}` : said}</span>
      {talk ? <Chip tone="green">谈过了</Chip> : <a className={css.act} href={talksAt(month)}>去登记谈话</a>}
    </li>
  );
}
