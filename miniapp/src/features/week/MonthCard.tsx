import { View } from '@tarojs/components';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { businessDate, monthInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Furrows, type Furrow } from '@/components/Furrows';
import { Icon } from '@/components/Icon';
import { Words } from '@/components/Words';
import { businessNow } from '@/platform/clock';
import { open } from '@/platform/navigation';
import { call } from '@/platform/request';
import { useStored } from '@/platform/stored';
import styles from './MonthCard.module.scss';
import { pages } from './week';

type Receipt = Answer<'getMyReceipt'>;

const shortNames: Readonly<Record<Receipt['lines'][number]['dimension'], string>> = { centralized: '集中', group: '研讨', night: '夜校', selfStudy: '自学', practice: '实践' };

/** What is recorded this month, never what it may come to. Opens every reason behind the figure. */
export function MonthCard() {
  const month = monthOf(businessDate(businessNow()));
  const { value } = useStored(`receipt/${month}`, () => call('getMyReceipt', { params: { month } }));
  if (!value) return null;
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

function furrowOf({ dimension, earned, max, offered }: Receipt['lines'][number]): Furrow {
  return { name: shortNames[dimension], earned: Number(earned), max: Number(max), offered };
}

/** "15.00" is read as 15. */
function short(figure: string): string {
  return String(Number(figure));
}
