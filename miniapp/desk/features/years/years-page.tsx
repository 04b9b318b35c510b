import { useEffect } from 'react';
import { Page } from '../../components/page.tsx';
import { Note, Ready } from '../../components/states.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useReach } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { PublishedSheet } from '../publications/published-sheet.tsx';
import { CapTies } from './cap-ties.tsx';
import { Corrections } from './corrections.tsx';
import { UntalkedMonths } from './untalked-months.tsx';
import { YearActs } from './year-acts.tsx';
import { type Board, short } from './year-board.ts';
import { YearGroup } from './year-group.tsx';
import { YearSteps } from './year-steps.tsx';
import css from './years.module.css';

/** How often the page looks while a year is being summed up. */
const lookMs = 2_000;

/** A year's rating: where it stands, who is equal at the cap's edge, and group by group how everybody's score came about. Nobody is ranked. */
export function YearsPage({ year }: { year: string | null }) {
  const shown = year ?? today().slice(0, 4);
  const loaded = useLoaded(shown, () => call('getAssessmentYear', { params: { year: shown } }));
  useReloadOnJump(loaded);
  const { data, reload } = loaded;
  useEffect(() => {
    if (data?.stage !== 'scoring') return undefined;
    const timer = setTimeout(() => void reload(), lookMs);
    return () => clearTimeout(timer);
  }, [data, reload]);
  const step = (by: -1 | 1): void => go(`/years/${Math.min(Number(shown) + by, Number(today().slice(0, 4)))}`);
  return (
    <Page
      title={`${shown}年度评定`}
      aside={data ? `规则${data.rubricVersion}版，学习在全镇绩效里占${short(data.W)}分` : null}
      actions={
        <>
          <Stepped label={`${shown}年`} back="上一年" forth="下一年" onStep={step} />
          {data ? <YearActs board={data} onDone={() => void reload()} /> : null}
        </>
      }
    >
      <Ready of={loaded} lines={10}>{(board) => <Whole key={`${board.year} ${board.run} ${board.stage}`} board={board} onChanged={() => void reload()} />}</Ready>
    </Page>
  );
}

function Whole({ board, onChanged }: { board: Board; onChanged: () => void }) {
  const figures = useReach('annual-scores.figures') === 'town';
  const { stage } = board;
  return (
    <div className={css.year}>
      <YearSteps board={board} />
      <UntalkedMonths board={board} enters={figures} />
      {stage === 'running' || stage === 'due' ? <div className={css.part}><Note tone="blue">{figures ? '下面是按现在的记录算的，不是最后结果。等次要到汇总以后才有' : '等各月锁定，评定委员会汇总以后，这里有结果'}</Note></div> : null}
      {figures && board.groups ? <CapTies board={board} onChanged={onChanged} /> : null}
      {board.published ? <PublishedSheet kind="year" period={String(board.year)} /> : null}
      {figures && board.published ? <Corrections year={String(board.year)} /> : null}
      <YearGroup board={board} figures={figures} onChanged={onChanged} />
    </div>
  );
}
