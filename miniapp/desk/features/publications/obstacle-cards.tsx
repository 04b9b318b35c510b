import type { PublishObstacle } from '@weidangxiao/shared/rules/publication.ts';
import { Note } from '../../components/states.tsx';
import css from './publications.module.css';
import { talksAt } from './poor-list.tsx';
import type { Draft } from './use-draft.ts';

/** What stands in the way of publishing, each with what to do about it; or that nothing does. */
export function ObstacleCards({ draft }: { draft: Draft }) {
  const { obstacles, untalked, month } = draft;
  if (draft.stage !== 'committee') return null;
  if (obstacles.length === 0) return <Note tone="green">都齐了，看过各组的结果，就可以公示</Note>;
  return (
    <ul className={css.cards} aria-label="公示前要办的">
      {obstacles.map((obstacle) => (
        <li key={obstacle}><Obstacle obstacle={obstacle} untalked={untalked} month={month} /></li>
      ))}
    </ul>
  );
}

function Obstacle({ obstacle, untalked, month }: { obstacle: PublishObstacle; untalked: number; month: string }) {
  if (obstacle === 'untalked') {
    return (
      <a className={css.card} href={talksAt(month)}>
        <span className={css.cardHead}><b className="amber">{untalked}</b><span>人待谈话</span><span className="grow" /><span className={`note-size ${css.act}`}>去登记</span></span>
        <span className="note-size minor">评为“差”，理由和谈话还没写</span>
      </a>
    );
  }
  const { head, text } = others[obstacle];
  return (
    <div className={css.card}>
      <span className={css.cardHead}><span>{head}</span></span>
      <span className="note-size minor">{text}</span>
    </div>
  );
}

const others: Readonly<Record<Exclude<PublishObstacle, 'untalked'>, { head: string; text: string }>> = {
  not_yet: { head: '还没到公示的时候', text: '互评结束以后才能公示' },
  not_scored: { head: '得分还在计算', text: '过几分钟刷新再看' },
  published: { head: '已经公示', text: '要改，走更正' },
};
