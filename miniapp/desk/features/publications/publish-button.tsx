import { dateInChinese, monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Facts } from '../../components/facts.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useReach } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { gradesInWords, sumOf } from './grade-counts.ts';
import type { Draft } from './use-draft.ts';

/** The one act of the committee's stage; once it is done, the sheet to print. */
export function PublishButton({ draft, onDone }: { draft: Draft; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const publishes = useReach('publications.write') === 'town';
  const { stage, month, obstacles } = draft;
  if (stage !== 'committee') return <Button kind="primary" icon="printer" onClick={() => go(`/paperwork?form=month-published&month=${month}`)}>打印公示表</Button>;
  if (!publishes) return null;
  return (
    <>
      <Button kind="primary" disabled={obstacles.length > 0} onClick={() => setAsking(true)}>公示</Button>
      {asking ? <PublishDialog draft={draft} onClose={() => setAsking(false)} onDone={() => { setAsking(false); onDone(); }} /> : null}
    </>
  );
}

function PublishDialog({ draft: { month, until, groups }, onClose, onDone }: { draft: Draft; onClose: () => void; onDone: () => void }) {
  const act = useAct();
  const name = monthInChinese(month);
  const publish = async (): Promise<void> => {
    if (!(await act.run(() => call('publishMonth', { params: { month } })))) return;
    say(`${name}公示了，到${dateInChinese(until)}`);
    onDone();
  };
  const actions = (
    <>
      <Button data-begin onClick={onClose}>先不</Button>
      <Button kind="primary" busy={act.busy} onClick={() => void publish()}>公示</Button>
    </>
  );
  return (
    <Dialog title={`公示${name}的结果`} onClose={onClose} actions={actions}>
      <Facts
        facts={[
          ['给谁看', '全镇的人看得到姓名、小组、等次。分数只有本人和评定委员看得到。'],
          ['到哪天', `到${dateInChinese(until)}，三个工作日。期间谁都可以提异议。`],
          ['以后', '公示完自动锁定。公示以后不能改，只能另记一笔更正。'],
          ['结果', gradesInWords(sumOf(groups))],
        ]}
      />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
