import { monthGapWords } from '@weidangxiao/shared/rules/month-gaps.ts';
import { Note } from '../../components/states.tsx';
import type { Board } from './month-page.tsx';
import css from './months.module.css';
import { useWay } from './use-way.ts';

type Gap = Board['gaps'][number];

/** What is missing in the whole month, the weightiest first, each with the way to it. */
export function GapCards({ board: { gaps, stage } }: { board: Board }) {
  if (gaps.length === 0) return <div className={css.gaps}><Note tone="green">{stage === 'running' ? '到昨天为止的记录都齐了' : '记录都齐了，没有要补的'}</Note></div>;
  return (
    <div className={css.gaps}>
      <ul aria-label="缺什么">{gaps.map((gap) => <li key={gap.kind}><GapCard gap={gap} /></li>)}</ul>
      {stage === 'running' || stage === 'completing' ? null : <p className="note-size minor">这个月已经截止。现在补上的不改这个月的分，记作一笔调整。</p>}
    </div>
  );
}

function GapCard({ gap }: { gap: Gap }) {
  const { kind, count, groups, place } = gap;
  const { label, unit, means, act } = monthGapWords[kind];
  const way = useWay()(gap);
  const inside = (
    <>
      <span className={css.head}>
        <b className="amber">{count}</b>
        <span>{unit}{label}</span>
        <span className="grow" />
        {way ? <span className={`note-size ${css.act}`}>{act}</span> : null}
      </span>
      <span className="note-size minor">{groups > 1 ? `${groups}个组，` : ''}{place ? means : act}</span>
    </>
  );
  return way ? <a className={css.card} href={way}>{inside}</a> : <div className={css.card}>{inside}</div>;
}
