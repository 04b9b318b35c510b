import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { accessible } from './accessible';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icons';
import styles from './NoteBar.module.scss';

/** A remark across the page; said politely to screen readers when it appears. */
export function NoteBar({ tone = 'plain', icon = 'info', children }: PropsWithChildren<{ tone?: 'plain' | 'amber' | 'blue' | 'green' | 'gold'; icon?: IconName }>) {
  return (
    <View className={classes(styles.note, styles[tone])} {...accessible({ role: 'status', live: 'polite' })}>
      <Icon name={icon} className={styles.icon} />
      <View className={styles.words}>{children}</View>
    </View>
  );
}
