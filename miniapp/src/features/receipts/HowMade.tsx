import { View } from '@tarojs/components';
import styles from './Receipt.module.scss';

/** The sum behind a line in figures, and what can still be done for it. */
export function HowMade({ formula, stillPossible }: { formula: string | null; stillPossible: string | null }) {
  return (
    <>
      {formula && <View className={styles.formula}>{formula}</View>}
      {stillPossible && <View className={styles.still}>{stillPossible}</View>}
    </>
  );
}
