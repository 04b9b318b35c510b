import { View } from '@tarojs/components';
import { attendanceStatusNames, markWayNames } from '@weidangxiao/shared/rules/attendance.ts';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { dayOf, timeOf } from '@/components/dates';
import { ReasonSheet } from '@/components/ReasonSheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { useAppearance } from '@/platform/appearance';
import styles from './SessionDuty.module.scss';
import { titleWithKind } from './sessions';
import { decideSignIn, type WaitingSignIn } from './waiting-sign-ins';

/** A sign-in that came too late to count by itself, with both times; the leader's word decides. */
export function WaitingSignInCard({ signIn, over }: { signIn: WaitingSignIn; over: (sheet: ReactNode) => void }) {
  const { member, session, way, proposed, capturedAt, receivedAt } = signIn;
  const elder = useAppearance((appearance) => appearance.elder);
  const { busy, fault, run } = useAct();
  const other = proposed === 'present' ? 'late' : 'present';
  const accept = (status: 'present' | 'late') => run(() => decideSignIn(signIn, { accept: true, status, reason: null }));
  const refuse = () => over(<Refusal signIn={signIn} onClose={() => over(null)} />);
  return (
    <Card>
      <Words as="title">{member.name}</Words>
      <Words as="minor">
        {titleWithKind(session)}，{dayOf(session.startsAt)} {timeOf(session.startsAt, elder)}
      </Words>
      <Words as="note">
        {markWayNames[way]}，手机上是{dayOf(capturedAt)} {timeOf(capturedAt, elder)}，{dayOf(receivedAt)} {timeOf(receivedAt, elder)}才收到
      </Words>
      <Fault>{fault}</Fault>
      <View className={styles.acts}>
        <Button kind="plain" size="small" grow onTap={refuse}>
          不算
        </Button>
        <Button kind="line" size="small" grow busy={busy} onTap={() => accept(other)}>
          算{attendanceStatusNames[other]}
        </Button>
        <Button kind="line" size="small" grow busy={busy} onTap={() => accept(proposed === 'late' ? 'late' : 'present')}>
          算{attendanceStatusNames[proposed]}
        </Button>
      </View>
    </Card>
  );
}

function Refusal({ signIn, onClose }: { signIn: WaitingSignIn; onClose: () => void }) {
  return <ReasonSheet title="这一条不算" text={`这句话${signIn.member.name}会看到。`} placeholder="为什么不算" yes="不算，告诉本人" onClose={onClose} onReason={(reason) => decideSignIn(signIn, { accept: false, reason }).then(onClose)} />;
}
