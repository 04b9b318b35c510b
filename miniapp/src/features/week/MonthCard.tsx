import { View } from '@tarojs/components';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Furrows } from '@/components/Furrows';
import { Icon } from '@/components/Icon';
import { Words } from '@/components/Words';
import { open } from '@/platform/navigation';
import { addsUp } from '../receipts/adds-up';
import { furrowOf, short, thisMonth, useReceipt } from '../receipts/receipts';
import styles from './MonthCard.module.scss';
import { pages } from './week';

/** What is recorded this month, never what it may come to. Opens every reason behind the figure. */
export function MonthCard() {
  const month = thisMonth();
  const { value } = useReceipt(month);
  if (!value || !addsUp(value)) return null;
  return (
    <Card onTap={() => open(pages.receipt, { month })} label={`${value.spoken}，看明细`}>
      <View className={styles.head}>
        <View className={styles.sum}>
          <View className={styles.label}>{monthInChinese(month)}已记</View>
          <View className={styles.figure}>{short(value.sumEarned)}</View>
          <View className={styles.label}>分</View>
        </View>
        <View className={styles.more}>
          明细
          <Icon name="chevron-right" size="xs" />
        </View>
      </View>
      <Furrows furrows={value.lines.map(furrowOf)} spoken={value.spoken} />
      <Words as="note" className={styles.still}>
        本月后面的学习，最多还能记{short(value.mostStill)}分。{value.lines.every(({ offered }) => offered) ? '' : '斜纹是本月没有安排的。'}
      </Words>
    </Card>
  );
}
