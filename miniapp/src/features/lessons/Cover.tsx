import { View } from '@tarojs/components';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import { categoryNames, type LessonCategory } from './categories';
import styles from './Cover.module.scss';

/** 书封: the category's two characters on its colour; nothing to download. */
export function Cover({ category }: { category: LessonCategory }) {
  return (
    <View className={classes(styles.cover, styles[category])} {...accessible({ role: 'img', label: categoryNames[category] })}>
      <View className={styles.letters}>{categoryNames[category]}</View>
    </View>
  );
}
