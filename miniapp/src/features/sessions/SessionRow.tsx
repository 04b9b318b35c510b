import { View } from '@tarojs/components';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import { timeOf } from '@/components/dates';
import { Tap } from '@/components/Tap';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import styles from './SessionRow.module.scss';
import { pages, type Session, titleWithKind, weekdayName } from './sessions';

/** A session in a list: the day in front, what and where. `end` holds one act of whoever looks: 请假. `dated`: the month is said too. */
export function SessionRow({ session, end, dated }: { session: Session; end?: ReactNode; dated?: boolean }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const { id, date, startsAt, place, state } = session;
  const off = state === 'cancelled';
  const where = [off ? '已取消' : dated ? dateInChinese(date) : timeOf(startsAt, elder), place.text].filter(Boolean).join('，');
  return (
    <View className={classes(styles.row, off && styles.off)}>
      <Tap className={styles.open} role="link" onTap={() => open(pages.session, { id })}>
        <View className={styles.date}>
          <View className={styles.day}>{Number(date.slice(8))}</View>
          <View className={styles.weekday}>{weekdayName(date)}</View>
        </View>
        <View className={styles.words}>
          <View className={styles.title}>{titleWithKind(session)}</View>
          <View className={styles.where}>{where}</View>
        </View>
      </Tap>
      {end && <View className={styles.end}>{end}</View>}
    </View>
  );
}
