import { View } from '@tarojs/components';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { dayOf, timeOf } from '@/components/dates';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import { ask } from '@/platform/navigation';
import { dismiss, tryAgain, type Waiting } from '@/platform/outbox';
import { VoiceNote } from '../check-ins/VoiceNote';
import styles from './WaitingRecord.module.scss';

type Takeaway = { kind: 'text'; text: string } | { kind: 'voice'; seconds: number };

/** A record that is on this phone alone: what it says, how it stands, and the two things that can be done about it. */
export function WaitingRecord({ record }: { record: Waiting }) {
  const { busy, run } = useAct();
  const { clientId, label, at, refused } = record;
  const takeBack = async (): Promise<void> => {
    const sure = await ask({ title: '这一条不交了？', text: '手机里的这一条会删掉，找不回来。', yes: '删掉', no: '留着' });
    if (sure) dismiss(clientId);
  };
  return (
    <Card>
      <View className={styles.head}>
        <View className={styles.label}>{label}</View>
        <Chip tone="amber">{refused ? '没有收下' : '等待上传'}</Chip>
      </View>
      <Content record={record} />
      <Words as="note">
        {dayOf(at)} {timeOf(at)}写下，{refused ? `没有收下：${refused.message}` : '已存在本机，联网后自动上传'}
      </Words>
      <View className={styles.acts}>
        <Button kind="line" size="small" grow busy={busy} onTap={() => run(() => tryAgain(clientId))}>
          再交一次
        </Button>
        <Button kind="plain" size="small" grow onTap={() => void takeBack()}>
          不交了
        </Button>
      </View>
    </Card>
  );
}

function Content({ record: { request, attachment } }: { record: Waiting }) {
  const takeaway = request.body['takeaway'] as Takeaway | undefined;
  const text = takeaway?.kind === 'text' ? takeaway.text : request.body['text'];
  if (takeaway?.kind === 'voice') {
    const place = attachment?.place;
    return place ? <VoiceNote track={place} seconds={takeaway.seconds} find={() => place} /> : <Words>说的一句，{takeaway.seconds}秒</Words>;
  }
  return typeof text === 'string' && text !== '' ? <Words>{text}</Words> : null;
}
