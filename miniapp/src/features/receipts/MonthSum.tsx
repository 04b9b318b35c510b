import { View } from '@tarojs/components';
import { dateInChinese, mondaysOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Furrows } from '@/components/Furrows';
import { NoteBar } from '@/components/NoteBar';
import { Words } from '@/components/Words';
import { addsUp } from './adds-up';
import styles from './Receipt.module.scss';
import { furrowOf, type Receipt, short } from './receipts';

/** What is recorded in the month: as furrows, in the large version as one sentence. */
export function MonthSum({ receipt, elder }: { receipt: Receipt; elder: boolean }) {
  if (!addsUp(receipt)) return <Checking />;
  if (receipt.exempt === 'whole') {
    return (
      <Card>
        <Words>{receipt.spoken}</Words>
      </Card>
    );
  }
  if (elder) {
    return (
      <Card>
        <Words>{receipt.spoken}</Words>
        <Nothing receipt={receipt} />
      </Card>
    );
  }
  return (
    <Card>
      <View className={styles.sum}>
        <View>{receipt.state === 'running' ? '已记' : '记了'}</View>
        <View className={styles.big}>{short(receipt.sumEarned)}</View>
        <View>分</View>
      </View>
      <Furrows furrows={receipt.lines.map(furrowOf)} spoken={receipt.spoken} />
      {!receipt.published && Number(receipt.mostStill) > 0 && (
        <Words as="note" className={styles.note}>
          最多还能记{short(receipt.mostStill)}分。
        </Words>
      )}
      <Nothing receipt={receipt} />
    </Card>
  );
}

/** The lines make another sum than the one that came along: better no total than a wrong one. */
function Checking() {
  return (
    <NoteBar tone="amber" icon="triangle-alert">
      这个月的合计正在核对，先不显示。下面每一项都在，你的记录没有少。
    </NoteBar>
  );
}

function Nothing({ receipt: { month, state, lines } }: { receipt: Receipt }) {
  if (lines.some(({ events }) => events.length > 0)) return null;
  const [first] = mondaysOfMonth(month);
  return (
    <Words as="note" className={styles.note}>
      {state === 'running' && first ? `本月还没有记录，最早${dateInChinese(first)}` : '这个月没有记录'}
    </Words>
  );
}
