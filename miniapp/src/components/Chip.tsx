import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './Chip.module.scss';
import { classes } from './classes';

/** A state in a word: green 到、有效, amber 迟、待办, blue 说明, gold 已记. */
export function Chip({ tone, children }: PropsWithChildren<{ tone?: 'red' | 'gold' | 'green' | 'amber' | 'blue' }>) {
  return <View className={classes(styles.chip, tone && styles[tone])}>{children}</View>;
}
