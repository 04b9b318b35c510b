import { View } from '@tarojs/components';
import { accessible } from './accessible';
import { classes } from './classes';
import styles from './Grain.module.scss';

/** A grain of rice: gold once something is recorded, an outline before. Always beside a word. */
export function Grain({ filled }: { filled: boolean }) {
  return <View className={classes(styles.grain, filled ? styles.filled : styles.outline)} {...accessible({ hidden: true })} />;
}
