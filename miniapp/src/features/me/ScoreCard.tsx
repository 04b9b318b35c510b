import { View } from '@tarojs/components';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { GoldBar } from '@/components/GoldBar';
import { Icon } from '@/components/Icon';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import { addsUp } from '../receipts/adds-up';
import { type Receipt, short, thisMonth, useReceipt } from '../receipts/receipts';
import styles from './ScoreCard.module.scss';

/** What the month has recorded so far, as a gold bar; in the large version as one sentence. Opens the reason of every point. */
export function ScoreCard() {
  const month = thisMonth();
  const { value } = useReceipt(month);
  const elder = useAppearance((appearance) => appearance.elder);
  const name = monthInChinese(month);
  const figures = value && addsUp(value) && Number(value.sumMax) > 0 ? value : null;
  const still = figures && `后面的学习，最多还能记${short(figures.mostStill)}分`;
  const label = figures ? `${name}已记${short(figures.sumEarned)}分，${still}，看明细` : `${name}得分明细`;
  return (
    <Card onTap={() => open('packages/record/receipt/index', { month })} label={label} className={styles.card}>
      <View className={styles.head}>
        <Words as="minor">{name}得分明细</Words>
        <Icon name="chevron-right" size="s" className={styles.more} />
      </View>
      {!figures && <Words as="minor">{value ? why(value) : '点开看每一分的来处'}</Words>}
      {figures && (elder ? <Words>已记{short(figures.sumEarned)}分，点开看来处。</Words> : <Bar earned={figures.sumEarned} most={figures.sumMax} />)}
      {still && !elder && <Words as="note">{still}。</Words>}
    </Card>
  );
}

function why(receipt: Receipt): string {
  return addsUp(receipt) ? '这个月还没有要记的学习' : '正在核对';
}

function Bar({ earned, most }: { earned: string; most: string }) {
  const share = Number(most) > 0 ? Math.min(1, Number(earned) / Number(most)) : 0;
  return <GoldBar figure={short(earned)} label={`分，满分${short(most)}`} share={share} />;
}
