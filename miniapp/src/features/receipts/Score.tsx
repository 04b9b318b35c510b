import { View } from '@tarojs/components';
import { Fold } from './Fold';
import styles from './Receipt.module.scss';
import { type Receipt, short } from './receipts';

/**
 * From the sum of the lines to the score. While the month runs it stays folded: what is recorded comes first, and nothing
 * is foretold.
 */
export function Score({ receipt }: { receipt: Receipt }) {
  const { S, state, sumMax } = receipt;
  if (S === null) return <Plain text={unrated(receipt)} />;
  const name = state === 'running' ? '到今天折算成100分' : '学习得分';
  const label = `${name}${short(S)}分`;
  return (
    <Fold name={name} figure={<View className={styles.figure}>{state === 'running' ? '' : short(S)}</View>} label={label}>
      <Step label={`上面各项合计，满分${short(sumMax)}`} points={receipt.sumEarned} />
      {receipt.adjustments.map(({ label: step, points }) => (
        <Step key={step} label={step} points={points} signed />
      ))}
      <Step label={state === 'running' ? '到今天' : '学习得分'} points={S} />
    </Fold>
  );
}

function Step({ label, points, signed }: { label: string; points: string; signed?: boolean }) {
  const plus = signed && !points.startsWith('-') ? '+' : '';
  return (
    <View className={styles.event}>
      <View className={styles.what}>{label}</View>
      <View className={styles.effect}>
        {plus}
        {short(points)}
      </View>
    </View>
  );
}

function Plain({ text }: { text: string }) {
  return (
    <View className={styles.line}>
      <View className={styles.evidence}>{text}</View>
    </View>
  );
}

function unrated({ state, lines }: Receipt): string {
  const kinds = lines.filter(({ offered }) => offered).length;
  if (state === 'running') return `这个月现在有${kinds}种学习。满两种才折算成100分，在那以前只记，不折算。`;
  return '这个月的学习不满两种，不折算，也不评等次。记下的都算数。';
}
