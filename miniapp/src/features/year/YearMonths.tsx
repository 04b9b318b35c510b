import { View } from '@tarojs/components';
import { accessible } from '@/components/accessible';
import { classes } from '@/components/classes';
import type { Year, YearMonth } from './year';
import { monthSign, spokenMonths } from './year-words';
import styles from './Year.module.scss';

/** Twelve quiet columns with the grade's word under each; what was not rated is hatched, what is to come is empty. */
export function YearMonths({ year }: { year: Pick<Year, 'year' | 'months'> }) {
  return (
    <View className={styles.months} {...accessible({ role: 'img', label: spokenMonths(year) })}>
      {year.months.map((month) => (
        <View key={month.month} className={styles.month}>
          <View className={classes(styles.column, isOpen(month) && styles.open)}>{month.M !== null && <View className={styles.fill} style={`height:${Number(month.M).toFixed(1)}%`} />}</View>
          <View className={styles.word}>{monthSign(month) || ' '}</View>
          <View className={styles.number}>{Number(month.month.slice(5))}</View>
        </View>
      ))}
    </View>
  );
}

const isOpen = ({ state, M }: YearMonth): boolean => M === null && (state === 'published' || state === 'opening');
