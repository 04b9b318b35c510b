import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './Card.module.scss';
import { classes } from './classes';
import { Tap } from './Tap';

/** A sheet of paper on the page. With `onTap` the whole card opens something. `rows`: holds Rows, which bring their own padding. */
export function Card({ onTap, rows, className, label, children }: PropsWithChildren<{ onTap?: () => void; rows?: boolean; className?: string; label?: string }>) {
  const names = classes(styles.card, rows && styles.rows, className);
  if (!onTap) return <View className={names}>{children}</View>;
  return (
    <Tap className={names} onTap={onTap} label={label}>
      {children}
    </Tap>
  );
}
