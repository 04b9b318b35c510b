import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Page } from '../../components/page.tsx';
import { Empty, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { CirclesTable } from './circles-table.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { type Circle, daysLeft, type Progress } from './vote-words.ts';
import css from './votes.module.css';

/** A month's vote, circle by circle: how many of how many, and what is to be done. Who has not voted is nowhere. */
export function VotesPage({ month }: { month: string }) {
  const [joining, setJoining] = useState<Circle | null>(null);
  const loaded = useLoaded(month, () => call('listVoteProgress', { params: { month } }));
  useReloadOnJump(loaded);
  const done = (words: string): void => {
    setJoining(null);
    say(words);
    void loaded.reload();
  };
  return (
    <Page title={`${monthInChinese(month)}互评`} aside={loaded.data ? daysLeft(loaded.data, today()) : null} actions={<a className="link" href="#/months">回到月评</a>}>
      <Ready of={loaded} lines={10}>
        {(progress) => (
          <div className={css.page}>
            <div className={css.said}><Secrecy progress={progress} /></div>
            {progress.circles.length === 0 ? <Empty title="这个月没有互评">互评那几天还没有名单，或没有人在组里</Empty> : <CirclesTable progress={progress} onJoin={setJoining} onParted={() => done('分开了，各评各的')} />}
          </div>
        )}
      </Ready>
      {joining && loaded.data ? <JoinDialog month={month} circle={joining} circles={loaded.data.circles} onClose={() => setJoining(null)} onDone={() => done('合在一起评')} /> : null}
    </Page>
  );
}

/** What this page does not show, and how the vote stands as a whole. */
function Secrecy({ progress: { state, circles } }: { progress: Progress }) {
  const small = circles.filter(({ votes }) => !votes).length;
  if (state === 'coming' && small > 0) return <Note tone="amber">{small}个组人少，凑不够票。可以在开始以前合到别的组一起评；不合并，就按学习得分算。</Note>;
  return <Note tone="blue">不记名。这里只有投了几个人，没有谁投了、谁没投，更没有谁评了谁。请不要挨个问。</Note>;
}
