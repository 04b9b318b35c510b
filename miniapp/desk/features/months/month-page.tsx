import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { monthInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { TabBar } from '../../components/bars.tsx';
import { Page } from '../../components/page.tsx';
import { Ready } from '../../components/states.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { MonthResults } from '../publications/month-results.tsx';
import { ObstacleCards } from '../publications/obstacle-cards.tsx';
import { PublishButton } from '../publications/publish-button.tsx';
import { PublishedSheet } from '../publications/published-sheet.tsx';
import { type Draft, useDraft } from '../publications/use-draft.ts';
import { stepMonth } from '../sessions/calendar-days.ts';
import { GapCards } from './gap-cards.tsx';
import { GroupsTable } from './groups-table.tsx';
import { MonthSteps } from './month-steps.tsx';
import css from './months.module.css';

export type Board = Answer<'getAssessmentMonth'>;
type Look = 'results' | 'missing' | 'all';

/** The month's rating: where it stands, what is missing and who can supply it. Groups, never people, and in no order of merit. */
export function MonthPage() {
  // The month that is being rated is the one before.
  const [month, setMonth] = useState(() => stepMonth(monthOf(today()), -1));
  const loaded = useLoaded(month, () => call('getAssessmentMonth', { params: { month } }));
  useReloadOnJump(loaded);
  const draft = useDraft(month, loaded.data?.stage);
  const reload = (): void => void Promise.all([loaded.reload(), draft?.reload()]);
  const year = month.slice(0, 4) === today().slice(0, 4) ? '' : `${month.slice(0, 4)}年`;
  return (
    <Page
      title={`${year}${monthInChinese(month)}月评`}
      aside={loaded.data ? `规则${loaded.data.rubricVersion}版${loaded.data.stage === 'running' ? '，这个月还没过完' : ''}` : null}
      actions={
        <>
          <Stepped label={`${month.slice(0, 4)}年${Number(month.slice(5))}月`} back="上个月" forth="下个月" onStep={(by) => setMonth(withinBegun(stepMonth(month, by)))} />
          {draft?.data ? <PublishButton draft={draft.data} onDone={reload} /> : null}
        </>
      }
    >
      <Ready of={loaded} lines={10}>{(board) => <Whole board={board} draft={draft} />}</Ready>
    </Page>
  );
}

function withinBegun(month: string): string {
  const last = monthOf(today());
  return month > last ? last : month;
}

function Whole({ board, draft }: { board: Board; draft: Loaded<Draft> | null }) {
  const [picked, setPicked] = useState<Look | null>(null);
  const look = picked ?? (draft ? 'results' : 'missing');
  const missing = board.groups.filter(({ gaps }) => gaps.length > 0);
  const groups = look === 'all' ? board.groups : [...missing, ...board.groups.filter(({ gaps }) => gaps.length === 0)];
  return (
    <div className={css.board}>
      <MonthSteps board={board} />
      {draft?.data?.stage === 'committee' ? <div className={css.gaps}><ObstacleCards draft={draft.data} /></div> : null}
      {draft && board.publishedOn ? <PublishedSheet kind="month" period={board.month} /> : null}
      {look === 'results' ? null : <GapCards board={board} />}
      <TabBar>
        <Tabs label="怎么看" now={look} onPick={setPicked} tabs={[...(draft ? [{ key: 'results' as const, label: '各组的结果' }] : []), { key: 'missing', label: '有事的在前', count: missing.length }, { key: 'all', label: '按小组' }]} />
        <span className="grow" />
        <span className="note-size minor">按小组排，不按分数排</span>
      </TabBar>
      {look === 'results' && draft ? <MonthResults draft={draft} /> : <GroupsTable groups={groups} isCutOff={board.cutOffAt !== null} />}
    </div>
  );
}
