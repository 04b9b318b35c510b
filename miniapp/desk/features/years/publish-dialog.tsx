import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Facts } from '../../components/facts.tsx';
import { FailureNote } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';

export function PublishDialog({ year, onClose, onDone }: { year: string; onClose: () => void; onDone: () => void }) {
  const act = useAct();
  const publish = async (): Promise<void> => {
    const done = await act.run(async () => {
      const { until } = await call('publishAssessmentYear', { params: { year } });
      say(`${year}年公示了，到${dateInChinese(until)}`);
    });
    if (done) onDone();
  };
  const actions = (
    <>
      <Button data-begin onClick={onClose}>先不</Button>
      <Button kind="primary" busy={act.busy} onClick={() => void publish()}>公示</Button>
    </>
  );
  return (
    <Dialog title={`公示${year}年的结果`} onClose={onClose} actions={actions}>
      <Facts
        facts={[
          ['给谁看', '全镇的人看得到姓名、小组、等次。分数只有本人和评定委员看得到。'],
          ['到哪天', '五个工作日。期间谁都可以提异议。'],
          ['以后', '公示完自动锁定。公示以后不能改，只能另记一笔更正。'],
        ]}
      />
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
