import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { useAppearance } from '@/platform/appearance';
import styles from './Tally.module.scss';

interface Figure {
  readonly name: string;
  readonly count: number;
  readonly tone?: 'green' | 'amber';
}

/** A few counts beside each other; in the large version one sentence, without what nobody has to look at. */
export function Tally({ figures }: { figures: readonly Figure[] }) {
  const elder = useAppearance((appearance) => appearance.elder);
  if (elder) return <View className={styles.sentence}>{figures.filter(({ count, tone }) => count > 0 || tone !== 'amber').map(({ name, count }) => `${count}人${name}`).join('，')}</View>;
  return (
    <View className={styles.tally}>
      {figures.map(({ name, count, tone }) => (
        <View key={name} className={styles.figure}>
          <View className={classes(styles.count, tone && count > 0 && styles[tone])}>{count}</View>
          <View className={styles.name}>{name}</View>
        </View>
      ))}
    </View>
  );
}
