import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { monthOf } from '@weidangxiao/shared/rules/week.ts';
import { type ReactNode, useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { say } from '../../components/toast.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { type Loaded, useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { stepMonth } from '../sessions/calendar-days.ts';
import type { Picked } from '../members/member-picker.tsx';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryTable } from './entry-table.tsx';
import { OwedTalks } from './owed-talks.tsx';
import type { ScoreEntries, Show } from './score-entry-words.ts';
import { ScoreEntryTabs } from './score-entry-tabs.tsx';
import { WaitingProposals } from './waiting-proposals.tsx';

const pageSize = 30;

const pages = {
  points: { tab: '/score-entries', act: '录一条', aside: '每一条都写明为什么和依据，本人在得分明细里看得到' },
  results: { tab: '/results', act: '录成果', aside: '一年0到10分，计入年度分' },
  talk: { tab: '/talks', act: '登记谈话', aside: '评为“差”的，写明理由、谈过话才能公示' },
} as const;

/** What the committee enters by hand, a month or a year at a time. */
export function EntriesPage({ show, of }: { show: Show; of?: string }) {
  // A talk is about the month that is over.
  const [period, setPeriod] = useState(() => of ?? (show === 'results' ? today().slice(0, 4) : show === 'talk' ? stepMonth(monthOf(today()), -1) : monthOf(today())));
  const [page, setPage] = useState(1);
  /** About whom, where that is known. */
  const [adding, setAdding] = useState<{ about: Picked | null } | null>(null);
  const loaded = useLoaded(`${show} ${period} ${page}`, () => call('listScoreEntries', { query: { show, period, page, pageSize } }));
  useReloadOnJump(loaded);
  const mayWrite = useMay('score-entries.write');
  const writes = mayWrite && loaded.data?.open === true;
  const step = (by: -1 | 1): void => {
    setPeriod(withinBegun(show === 'results' ? String(Number(period) + by) : stepMonth(period, by)));
    setPage(1);
  };
  const done = (said: string): void => {
    setAdding(null);
    say(said);
    void loaded.reload();
  };
  const { tab, act, aside } = pages[show];
  return (
    <Page title="加分扣分" aside={aside} actions={writes ? <Button kind="primary" icon="plus" onClick={() => setAdding({ about: null })}>{act}</Button> : null}>
      <ScoreEntryTabs now={tab} />
      <FilterBar>
        <Stepped label={periodInChinese(period)} back={show === 'results' ? '上一年' : '上个月'} forth={show === 'results' ? '下一年' : '下个月'} onStep={step} />
        <Standing show={show} of={loaded} />
      </FilterBar>
      {show === 'points' ? <WaitingProposals onDone={() => void loaded.reload()} /> : null}
      {show === 'talk' && loaded.data ? <OwedTalks month={period} seen={loaded.data} onTalk={mayWrite ? (about) => setAdding({ about }) : null} /> : null}
      <EntryTable show={show} period={period} of={loaded} onPage={setPage} />
      {adding && loaded.data ? <EntryDialog show={show} period={period} caps={loaded.data.caps} about={adding.about} onClose={() => setAdding(null)} onDone={done} /> : null}
    </Page>
  );
}

const closedWords: Readonly<Record<Show, string>> = {
  points: '这个月已经公示，不能再录。要改，到“异议更正”里记一笔更正',
  results: '这一年正在汇总，过几分钟再录',
  talk: '这个月已经公示。公示以后改成“差”的，才要再登记谈话',
};

function Standing({ show, of: { data } }: { show: Show; of: Loaded<ScoreEntries> }): ReactNode {
  if (!data) return null;
  if (!data.open && data.talksWith.length > 0) return <span className="minor note-size">这个月已经公示，只登记公示以后改成“差”的谈话</span>;
  if (!data.open) return <span className="minor note-size">{closedWords[show]}</span>;
  if (show !== 'points' || !data.caps) return null;
  return <span className="minor note-size">一人一月：加分最多算{data.caps.bonus}分，扣分最多算{data.caps.deduction}分</span>;
}

function withinBegun(period: string): string {
  const last = today().slice(0, period.length);
  return period > last ? last : period;
}
