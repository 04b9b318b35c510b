import { View } from '@tarojs/components';
import { Chip } from '@/components/Chip';
import { recently } from '@/components/dates';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { businessNow } from '@/platform/clock';
import type { CheckIn, PersonOfWeek } from './group-week';
import styles from './PersonRow.module.scss';
import { Spoken } from './Spoken';

/** A large line: the name, how it stands with their Monday, their own words. Tapping the line opens what the leader can do. */
export function PersonRow({ person, note, onTap }: { person: PersonOfWeek; note: string | null; onTap: () => void }) {
  const { member, checkIn, waiting } = person;
  const held = checkIn !== null && checkIn.state !== 'refused' ? checkIn : null;
  return (
    <View className={styles.row}>
      <Tap className={styles.line} label={`${member.name}，${spoken(person)}`} onTap={onTap}>
        <View className={styles.words}>
          <View className={styles.name}>{member.name}</View>
          {note && !held && <View className={styles.note}>{note}</View>}
          {checkIn?.state === 'refused' && <View className={styles.note}>晚到的那条没有算</View>}
          {held?.text && <View className={styles.text}>{held.text}</View>}
        </View>
        <State held={held} waiting={waiting} />
        <Icon name="chevron-right" size="s" className={styles.arrow} />
      </Tap>
      {held?.voice && <Spoken voice={held.voice} />}
    </View>
  );
}

function State({ held, waiting }: { held: CheckIn | null; waiting: boolean }) {
  if (waiting) return <Chip tone="amber">等待上传</Chip>;
  if (!held) return <View className={styles.help}>记纸上的</View>;
  if (held.state === 'late') return <Chip tone="amber">晚到</Chip>;
  return <View className={styles.when}>{`${held.kind === 'paper' ? '纸上，' : ''}${recently(held.capturedAt, businessNow())}`}</View>;
}

function spoken({ checkIn, waiting }: PersonOfWeek): string {
  if (waiting) return '纸上的笔记已存在本机，等待上传';
  if (!checkIn || checkIn.state === 'refused') return '还没打卡，可以记纸上的';
  return checkIn.state === 'late' ? '打卡晚到，等你定' : '打过卡了';
}
