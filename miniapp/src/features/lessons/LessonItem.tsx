import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { Grain } from '@/components/Grain';
import { Icon } from '@/components/Icon';
import { Phrases } from '@/components/Phrases';
import { Tap } from '@/components/Tap';
import { useNetwork } from '@/platform/network';
import { Cover } from './Cover';
import type { CatalogueRow } from './lesson';
import { lessonIsStored } from './lesson';
import styles from './LessonItem.module.scss';
import { useReadings } from './readings';

interface LessonItemProps {
  lesson: Omit<CatalogueRow, 'sentOn'>;
  /** Small words over the title: 下一课. */
  over?: string;
  arrow?: boolean;
  onTap: () => void;
}

/** A lesson as a little book: what it is, how long, whether it is on the phone. Without a network what is not says why it will not open. */
export function LessonItem({ lesson, over, arrow, onTap }: LessonItemProps) {
  const online = useNetwork((network) => network.online);
  const read = useReadings(({ of }) => of[lesson.id]?.done ?? false);
  const stored = lessonIsStored(lesson.id);
  return (
    <Tap className={styles.item} role="link" onTap={onTap}>
      <Cover category={lesson.category} />
      <View className={classes(styles.words, !online && !stored && styles.dim)}>
        {over && <View className={styles.over}>{over}</View>}
        <View className={styles.title}>
          <Phrases text={lesson.title} />
        </View>
        <View className={styles.note}>
          {lesson.audio ? '图文和声音' : '图文'}，约{lesson.minutes}分钟
          {read && (
            <View className={styles.read}>
              <Grain filled />
              已学
            </View>
          )}
          {!read && stored && <View className={classes(styles.read, styles.stored)}>已存本机</View>}
        </View>
        {!online && !stored && <View className={styles.over}>没存在本机，联网后能看</View>}
      </View>
      {arrow && <Icon name="chevron-right" size="s" className={styles.arrow} />}
    </Tap>
  );
}
