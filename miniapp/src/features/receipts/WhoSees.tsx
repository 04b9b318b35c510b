import { View } from '@tarojs/components';
import { dayOf, timeOf } from '@/components/dates';
import { Words } from '@/components/Words';
import styles from './Receipt.module.scss';

/** Under scores: who reads them, by which rules they are, and up to when. */
export function WhoSees({ rubricVersion, asOf }: { rubricVersion: string; asOf: number }) {
  return (
    <Words as="note" className={styles.foot}>
      分数只有你和评定委员看得到。
      <View className={styles.whole}>规则{rubricVersion}版</View>
      {`，算到${dayOf(asOf)} ${timeOf(asOf)}。`}
    </Words>
  );
}
