import { View } from '@tarojs/components';
import styles from './Receipt.module.scss';
import { short } from './receipts';

/** Points of a line beside the most that there can be. */
export function Figure({ points, max }: { points: string; max: string }) {
  return (
    <View className={styles.figure}>
      {short(points)}
      <View className={styles.max}>{` / ${short(max)}`}</View>
    </View>
  );
}
