import { View } from '@tarojs/components';
import { type PropsWithChildren, type ReactNode, useState } from 'react';
import { classes } from '@/components/classes';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import styles from './Receipt.module.scss';

/** A line of the receipt that opens to its reasons. */
export function Fold({ name, figure, label, children }: PropsWithChildren<{ name: string; figure: ReactNode; label: string }>) {
  const [open, setOpen] = useState(false);
  return (
    <View className={styles.line}>
      <Tap className={styles.head} label={`${label}，${open ? '收起' : '看依据'}`} onTap={() => setOpen(!open)}>
        <View className={styles.name}>
          {name}
          <Icon name="chevron-down" size="xs" className={classes(styles.arrow, open && styles.opened)} />
        </View>
        {figure}
      </Tap>
      {open && <View className={styles.reasons}>{children}</View>}
    </View>
  );
}

/** A line that needs no reasons: it follows from those above. */
export function PlainLine({ name, figure, strong = false }: { name: string; figure: string; strong?: boolean }) {
  return (
    <View className={styles.line}>
      <View className={styles.head}>
        <View>{name}</View>
        <View className={classes(styles.figure, !strong && styles.light)}>{figure}</View>
      </View>
    </View>
  );
}
