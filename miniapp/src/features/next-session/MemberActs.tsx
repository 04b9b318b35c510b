import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { open } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { FeedbackOn } from '../feedback/FeedbackCard';
import { useLeaveActs } from '../leaves/LeaveAct';
import type { SessionDetail } from '../sessions/sessions';
import { SessionReminder } from '../reminders/SessionReminder';
import { isDoorOpen, signInPage } from '../sign-in/door';
import styles from './NextSession.module.scss';

/** On a session's own page, what somebody can do who is expected there: sign in, ask for leave, afterwards say whether it was of use. */
export function MemberActs({ session }: { session: SessionDetail }) {
  const group = useSession(({ caller }) => caller?.member?.groupId ?? null);
  const leave = useLeaveActs('m');
  const { expected } = session;
  if (expected.kind === 'groups' && !expected.groups.some(({ id }) => id === group)) return null;
  const act = leave.act(session);
  const door = isDoorOpen(session);
  return (
    <>
      {(act || door) && (
        <View className={styles.acts}>
          {door && (
            <Button grow kind="line" onTap={() => open(signInPage, { session: session.id })}>
              签到
            </Button>
          )}
          {act}
        </View>
      )}
      <SessionReminder session={session} />
      <FeedbackOn session={session} />
      {leave.sheet}
    </>
  );
}
