import { View } from '@tarojs/components';
import { leaveReasonNames, leaveStateNames } from '@weidangxiao/shared/rules/leave.ts';
import { makeUpStateNames, makeUpWayNames } from '@weidangxiao/shared/rules/make-up.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { Fault } from '@/components/Fault';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { ask, say } from '@/platform/navigation';
import { call } from '@/platform/request';
import { canWithdraw, type Leave, type MakeUp } from './leaves';
import styles from './leaves.module.scss';

/** What was asked, how it was decided and by whom; taken back while the session has not begun. */
export function LeaveRow({ leave, onChanged }: { leave: Leave; onChanged: () => void }) {
  const { session, state, reason, exempts, decision, text } = leave;
  const { busy, fault, run } = useAct();
  const withdraw = async () => {
    if (!(await ask({ title: '撤回请假？', text: `“${session.title}”你照常去。`, yes: '撤回' }))) return;
    run(() =>
      call('withdrawLeave', { params: { id: leave.id } }).then(() => {
        say('撤回了');
        onChanged();
      }),
    );
  };
  return (
    <Card>
      <View className={styles.line}>
        <Chip tone={state === 'approved' ? 'green' : state === 'withdrawn' ? undefined : 'amber'}>{leaveStateNames[state]}</Chip>
        <Words as="note">
          {dateInChinese(session.date)}，{leaveReasonNames[reason]}
        </Words>
      </View>
      <Words>{session.title}</Words>
      {text && <Words as="minor">{text}</Words>}
      {state === 'approved' && <Words as="note">{exempts ? '这一场免了，不扣分' : '记作请假，14天内可以补学'}</Words>}
      {decision && <Words as="note">{`${decision.by.name}定的${decision.reason ? `：${decision.reason}` : ''}`}</Words>}
      <Fault>{fault}</Fault>
      {canWithdraw(leave) && (
        <View className={styles.back}>
          <Button kind="text" size="small" busy={busy} onTap={() => void withdraw()}>
            撤回
          </Button>
        </View>
      )}
    </Card>
  );
}

/** What was made up, and whether the leader has verified it. */
export function MakeUpRow({ makeUp: { session, state, way, text, on, decision } }: { makeUp: MakeUp }) {
  return (
    <Card>
      <View className={styles.line}>
        <Chip tone={state === 'verified' ? 'green' : 'amber'}>{makeUpStateNames[state]}</Chip>
        <Words as="note">
          {dateInChinese(on)}，{makeUpWayNames[way]}
        </Words>
      </View>
      <Words>{session.title}</Words>
      <Words as="minor">{text}</Words>
      {decision && <Words as="note">{`${decision.by.name}${state === 'verified' ? '核实的' : '没有算'}${decision.reason ? `：${decision.reason}` : ''}`}</Words>}
    </Card>
  );
}
