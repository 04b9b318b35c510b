import { View } from '@tarojs/components';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { adjustmentKindNames } from '@weidangxiao/shared/rules/score-adjustment.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import styles from './Published.module.scss';
import type { Receipt } from './receipts';

type Correction = Receipt['corrections'][number];

/** Dated changes since publication, one under the other: what was published stays to be read. */
export function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  if (corrections.length === 0) return null;
  return (
    <Card>
      <Words as="title">公示以后的更正</Words>
      {corrections.map(({ id, on, kind, reason, evidence, before, after }) => (
        <View key={id} className={styles.correction}>
          <Words as="note">{`${dateInChinese(on)}，${adjustmentKindNames[kind]}`}</Words>
          <Words className={styles.change}>{`${inWords(before)}，改为${inWords(after)}`}</Words>
          <Words as="minor">{reason}</Words>
          {evidence && <Words as="note">{evidence}</Words>}
        </View>
      ))}
    </Card>
  );
}

/** 良87.48 */
function inWords({ rated, grade, m }: Correction['before']): string {
  return rated && grade && m !== null ? `${gradeNames[grade]}${m}分` : '免评';
}
