import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { Grain } from '@/components/Grain';
import { Phrases } from '@/components/Phrases';
import { Tap } from '@/components/Tap';
import { categoryNames } from '../lessons/categories';
import styles from './LessonLine.module.scss';
import type { LessonRow } from './week';

/** A lesson of the week: read (gold grain), next (bold) or later. */
export function LessonLine({ lesson, read, next, onTap }: { lesson: LessonRow; read: boolean; next: boolean; onTap: () => void }) {
  return (
    <Tap className={classes(styles.line, read && styles.read, next && styles.next)} role="link" onTap={onTap}>
      <View className={styles.category}>{categoryNames[lesson.category]}</View>
      <View className={styles.title}>
        <Phrases text={lesson.title} />
      </View>
      <View className={styles.state}>{read ? '已学' : `约${lesson.minutes}分钟`}</View>
      <Grain filled={read} />
    </Tap>
  );
}
