import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icons';
import styles from './Row.module.scss';
import { Tap } from './Tap';

interface RowProps {
  title: ReactNode;
  note?: ReactNode;
  icon?: IconName;
  /** In front, where an icon would stand: an Avatar. */
  lead?: ReactNode;
  /** At the right: a word, a Chip, a Switch. */
  end?: ReactNode;
  onTap?: () => void;
  /** Something new: a red mark in front, and the word for screen readers. */
  unread?: boolean;
}

/** A line of a list. With `onTap` it opens something and shows an arrow. */
export function Row({ title, note, icon, lead, end, onTap, unread }: RowProps) {
  const inside = (
    <>
      {unread !== undefined && <View className={classes(styles.mark, unread && styles.unread)}>{unread ? <View className={styles.spoken}>没看</View> : null}</View>}
      {icon && <Icon name={icon} className={styles.icon} />}
      {lead}
      <View className={styles.words}>
        <View className={classes(styles.title, unread === false && styles.seen)}>{title}</View>
        {note && <View className={styles.note}>{note}</View>}
      </View>
      {end && <View className={styles.end}>{end}</View>}
      {onTap && <Icon name="chevron-right" size="s" className={styles.arrow} />}
    </>
  );
  if (!onTap) return <View className={styles.row}>{inside}</View>;
  return (
    <Tap className={styles.row} onTap={onTap}>
      {inside}
    </Tap>
  );
}
