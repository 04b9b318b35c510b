import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '@/components/classes';
import { headRoom } from '@/platform/screen';
import styles from './RollCall.module.scss';
import type { RollCounts } from './roll-people';

/** Which session, and how many of each so far; stays in sight while the names scroll. Figures that are rarely needed come when there is one. */
export function RollHead({ what, counts, children }: { what: string; counts: RollCounts; children: ReactNode }) {
  const { statusBar, height } = headRoom();
  return (
    <View className={styles.top} style={`top:${statusBar + height}px`}>
      <View className={styles.what}>{what}</View>
      <View className={styles.figures}>
        <Figure name="到" count={counts.present} tone="green" />
        <Figure name="迟" count={counts.late} tone="amber" />
        <Figure name="早退" count={counts.left} tone="amber" rare />
        <Figure name="假" count={counts.leave} tone="blue" />
        <Figure name="缺" count={counts.absent} />
        <Figure name="免" count={counts.exempt} rare />
        <Figure name="没点" count={counts.unmarked} tone="still" />
      </View>
      <View>{children}</View>
    </View>
  );
}

function Figure({ name, count, tone, rare }: { name: string; count: number; tone?: 'green' | 'amber' | 'blue' | 'still'; rare?: boolean }) {
  return (
    <View className={classes(styles.figure, rare && count === 0 && styles.hidden)}>
      <View className={classes(styles.count, tone && styles[tone])}>{count}</View>
      <View className={styles.name}>{name}</View>
    </View>
  );
}
