import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { dayOf, timeOf } from '@/components/dates';
import { ReasonSheet } from '@/components/ReasonSheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { useAppearance } from '@/platform/appearance';
import styles from './DecisionCard.module.scss';

interface DecisionCardProps {
  name: string;
  what: string;
  session: { readonly title: string; readonly startsAt: number };
  text: string | null;
  /** Both times, where it came late. */
  late: string | null;
  yes: string;
  no: string;
  onDecide: (yes: boolean, reason: string | null) => Promise<unknown>;
}

/** One that waits for the leader's word; a no says why. */
export function DecisionCard({ name, what, session, text, late, yes, no, onDecide }: DecisionCardProps) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { busy, fault, run } = useAct();
  const [refusing, setRefusing] = useState(false);
  const close = () => setRefusing(false);
  return (
    <Card>
      <Words as="title">{name}</Words>
      <Words as="minor">{what}</Words>
      <Words>{`${session.title}，${dayOf(session.startsAt)} ${timeOf(session.startsAt, elder)}`}</Words>
      <Line>{text}</Line>
      <Line>{late}</Line>
      <Fault>{fault}</Fault>
      <View className={styles.acts}>
        <Button grow kind="plain" disabled={busy} onTap={() => setRefusing(true)}>
          {no}
        </Button>
        <Button grow kind="line" busy={busy} onTap={() => run(() => onDecide(true, null))}>
          {yes}
        </Button>
      </View>
      {refusing && <ReasonSheet title={no} text={`${name}会收到这句话。`} placeholder="为什么，该怎么办" yes={no} onReason={(reason) => onDecide(false, reason).then(close)} onClose={close} />}
    </Card>
  );
}

function Line({ children }: { children: ReactNode }) {
  return children ? <Words as="minor">{children}</Words> : null;
}
