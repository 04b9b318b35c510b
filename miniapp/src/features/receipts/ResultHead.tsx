import { View } from '@tarojs/components';
import { type Grade, gradeNames, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { dateInChinese, startOf } from '@weidangxiao/shared/rules/week.ts';
import type { PropsWithChildren } from 'react';
import { accessible } from '@/components/accessible';
import { Chip } from '@/components/Chip';
import { classes } from '@/components/classes';
import { Words } from '@/components/Words';
import { businessNow } from '@/platform/clock';
import styles from './ResultHead.module.scss';

interface ResultHeadProps {
  /** Of which month or year. */
  name: string;
  /** Null while its dates have not come yet. */
  shown: { readonly on: string; readonly until: string; readonly locked: boolean } | null;
  grade: Grade | null;
  /** In the place of a grade where there is none. */
  ungraded: string;
  figure: string | null;
  elder: boolean;
}

/** A published result: the grade and its figure, large; until when it is on show, and how long one can still object. */
export function ResultHead({ name, shown, grade, ungraded, figure, elder, children }: PropsWithChildren<ResultHeadProps>) {
  return (
    <View className={styles.head}>
      <Words as="minor">{shown ? `${name}，${shown.locked ? `${dateInChinese(shown.on)}公示过，已锁定` : `公示到${dateInChinese(shown.until)}`}` : name}</Words>
      <View className={styles.result}>
        <View className={styles.grade}>{grade ? gradeNames[grade] : ungraded}</View>
        {figure !== null && <View className={styles.figure}>{figure}</View>}
        <View className={styles.left}>{shown && !shown.locked && <Chip tone="amber">{daysLeft(shown.until)}</Chip>}</View>
      </View>
      {grade && !elder && <Bands grade={grade} />}
      {children}
    </View>
  );
}

/** Where among the four it lies: the others are said, not compared. */
function Bands({ grade }: { grade: Grade }) {
  return (
    <View className={styles.bands} {...accessible({ hidden: true })}>
      {[...grades].reverse().map((one) => (
        <View key={one} className={classes(styles.band, one === grade && styles.here)}>
          <View className={styles.strip} />
          {gradeNames[one]}
        </View>
      ))}
    </View>
  );
}

/** Calendar days, today among them. */
function daysLeft(until: string): string {
  const days = Math.ceil((startOf(until) - businessNow()) / 86_400_000);
  return days <= 0 ? '今天还可提异议' : `还有${days}天可提异议`;
}
