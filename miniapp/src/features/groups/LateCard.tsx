import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Fault } from '@/components/Fault';
import { dayOf, timeOf } from '@/components/dates';
import { ReasonSheet } from '@/components/ReasonSheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { say } from '@/platform/navigation';
import { send } from '@/platform/outbox';
import { type LateCheckIn, weekLabel } from './group-week';
import styles from './LateCard.module.scss';
import { Spoken } from './Spoken';


/** One that came after the end of the following week: the leader says whether it counts. Works without a network too. */
export function LateCard({ checkIn, over }: { checkIn: LateCheckIn; over: (sheet: ReactNode) => void }) {
  const { member, monday, text, voice, capturedAt, receivedAt } = checkIn;
  const { busy, fault, run } = useAct();
  return (
    <Card>
      <View className={styles.name}>
        {member.name}，{weekLabel(monday)}
      </View>
      <Words as="note">
        {dayOf(capturedAt)}写的，{dayOf(receivedAt)} {timeOf(receivedAt)}才收到
      </Words>
      {text && <Words className={styles.text}>{text}</Words>}
      {voice && <Spoken voice={voice} />}
      <Fault>{fault}</Fault>
      <View className={styles.acts}>
        <Button kind="plain" grow onTap={() => over(<Refusal checkIn={checkIn} onClose={() => over(null)} />)}>
          不算
        </Button>
        <Button kind="line" grow busy={busy} onTap={() => run(() => decide(checkIn, true, null))}>
          算数
        </Button>
      </View>
    </Card>
  );
}

function Refusal({ checkIn, onClose }: { checkIn: LateCheckIn; onClose: () => void }) {
  return (
    <ReasonSheet
      title="这一条不算"
      text={`这句话${checkIn.member.name}会看到。可以请本人再写一句，记在纸上也行。`}
      placeholder="为什么不算"
      yes="不算，告诉本人"
      onClose={onClose}
      onReason={(reason) => decide(checkIn, false, reason).then(onClose)}
    />
  );
}

async function decide({ id, member, monday }: LateCheckIn, accept: boolean, reason: string | null): Promise<void> {
  const { state } = await send('decideLateCheckIn', { params: { id }, body: { accept, reason } }, { label: `${member.name}${weekLabel(monday)}打卡的决定` });
  if (state !== 'refused') say(state === 'waiting' ? '已存在本机，联网后自动上传' : accept ? '算数，记上了' : '已经告诉本人');
}
