import { View } from '@tarojs/components';
import type { PropsWithChildren } from 'react';
import styles from './Cells.module.scss';
import { classes } from './classes';
import { Tap } from './Tap';

/** Equal cells in a row, one tap each, for a long list of people. */
export function Cells({ className, children }: PropsWithChildren<{ className?: string | false }>) {
  return <View className={classes(styles.cells, className)}>{children}</View>;
}

interface CellProps {
  label: string;
  checked: boolean;
  /** How it looks when it is chosen; what a choice means is the list's. */
  className?: string | false;
  onTap: () => void;
}

export function Cell({ label, checked, className, onTap, children }: PropsWithChildren<CellProps>) {
  return (
    <Tap role="radio" checked={checked} label={label} className={classes(styles.cell, className)} onTap={onTap}>
      {children}
    </Tap>
  );
}
