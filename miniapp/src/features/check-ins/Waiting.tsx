import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { dayOf, timeOf } from '@/components/dates';
import { Icon } from '@/components/Icon';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { sendWaiting, useOutbox, type Waiting as Record } from '@/platform/outbox';
import { VoiceNote } from './VoiceNote';
import styles from './Waiting.module.scss';

export const waitingTitle = '已存在本机，联网后自动上传';

export function WaitingMark() {
  return (
    <View className={styles.mark}>
      <Icon name="cloud-off" />
    </View>
  );
}

/** The line is on the phone and safe; nothing more to do. */
export function Waiting({ monday, onClose }: { monday: string; onClose: () => void }) {
  const record = useOutbox(({ items }) => items.find((item) => item.route === 'createCheckIn' && !item.refused && item.request.body['monday'] === monday) ?? null);
  const { busy, run } = useAct();
  return (
    <>
      <Words as="minor" className={styles.words}>现在可以放心关掉。写下的时间也存着，重新打开不会丢。</Words>
      {record && <Line record={record} />}
      <View className={styles.acts}>
        <Button onTap={onClose}>知道了</Button>
        <Button kind="line" busy={busy} onTap={() => run(sendWaiting)}>
          现在再试一次
        </Button>
      </View>
    </>
  );
}

function Line({ record }: { record: Record }) {
  const takeaway = record.request.body['takeaway'] as { kind: 'text'; text: string } | { kind: 'voice'; seconds: number };
  const place = record.attachment?.place;
  return (
    <View className={styles.line}>
      {takeaway.kind === 'text' && <View>{takeaway.text}</View>}
      {takeaway.kind === 'voice' && (place ? <VoiceNote track={place} seconds={takeaway.seconds} find={() => place} /> : <View>说的一句，{takeaway.seconds}秒</View>)}
      <View className={styles.at}>
        <Icon name="clock" size="xs" />
        <View>
          {dayOf(record.at)} {timeOf(record.at)}，等待上传
        </View>
      </View>
    </View>
  );
}
