import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import { accessible } from './accessible';
import { classes } from './classes';
import styles from './Words.module.scss';

/** Running text in one of the sizes. `page` and `title` are headings. */
export function Words({ as = 'body', className, children }: PropsWithChildren<{ as?: 'page' | 'title' | 'body' | 'minor' | 'note'; className?: string }>) {
  const heading = as === 'page' || as === 'title' ? accessible({ role: 'heading', level: as === 'page' ? '1' : '2' }) : {};
  return (
    <View className={classes(styles[as], className)} {...heading}>
      {children}
    </View>
  );
}
