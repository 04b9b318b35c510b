import { View } from '@tarojs/components';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Fold } from './Fold';
import { HowMade } from './HowMade';
import styles from './Receipt.module.scss';
import { type Receipt, short } from './receipts';

/** Bonus or deduction of the month: folded what counts of it, open every entry with its reason, evidence and rule. */
export function GivenLine({ given: { kind, label, counted, rule, entries } }: { given: Receipt['given'][number] }) {
  const sign = kind === 'bonus' ? '+' : '-';
  return (
    <Fold name={label} figure={<View className={styles.figure}>{`${sign}${short(counted)}`}</View>} label={`${label}${short(counted)}分`}>
      {entries.map(({ entryId, on, reason, evidence, points, hasFile }) => (
        <View key={entryId} className={styles.event}>
          <View className={styles.what}>
            <View>
              {dateInChinese(on)} {reason}
            </View>
            <View className={styles.evidence}>
              {evidence}
              {hasFile ? '，有附件存在镇里' : ''}
            </View>
          </View>
          <View className={styles.effect}>{`${sign}${short(points)}`}</View>
        </View>
      ))}
      <HowMade formula={rule} stillPossible={null} />
    </Fold>
  );
}
