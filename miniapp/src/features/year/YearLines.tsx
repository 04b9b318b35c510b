import { View } from '@tarojs/components';
import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { NoteBar } from '@/components/NoteBar';
import { Words } from '@/components/Words';
import { Fold } from '../receipts/Fold';
import { short } from '../receipts/receipts';
import type { Year } from './year';
import { yearAddsUp } from './year-words';
import styles from './Year.module.scss';

/** Every part of the year with how it comes about, and what they make together. While the year runs there is no grade in it. */
export function YearLines({ year }: { year: Year }) {
  const known = yearAddsUp(year);
  return (
    <>
      {!known && <NoteBar tone="amber" icon="triangle-alert">合计正在核对，先不显示。下面每一项都在，你的记录没有少。</NoteBar>}
      <Card className={styles.lines}>
        {year.lines.map(({ part, label, points, max, formula, stillPossible }) => (
          <Fold key={part} name={label} label={`${label}${short(points)}分，满分${max}`} figure={<Figure points={points} max={max} />}>
            <View className={styles.formula}>{formula}</View>
            {stillPossible && <View className={styles.still}>{stillPossible}</View>}
          </Fold>
        ))}
        {known && year.rounding && <Plain label="四舍五入" value={year.rounding} />}
        {known && <Plain label={year.final ? '汇总得分' : '按现在的记录'} value={short(year.sum)} strong />}
        {year.final && <Outcome year={year} />}
      </Card>
      {year.corrections.map(({ on, reason, before, after }) => (
        <Words key={`${on}${reason}`} as="note">{`${dateInChinese(on)}更正：${resultWord(before)}改为${resultWord(after)}，${reason}`}</Words>
      ))}
    </>
  );
}

function Outcome({ year: { T, performance, grade, W, reason } }: { year: Year }) {
  if (T === null) return <Plain label={reason === 'membership' ? '没有在组的月份' : '评过的月份不够'} value="不定等次" strong />;
  return (
    <>
      <Plain label={`绩效得分，满分${short(W)}`} value={performance ?? ''} />
      <Plain label="等次" value={grade ? gradeNames[grade] : ''} strong />
    </>
  );
}

function Figure({ points, max }: { points: string; max: string }) {
  return (
    <View className={styles.figure}>
      {short(points)}
      <View className={styles.max}> / {max}</View>
    </View>
  );
}

function Plain({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <View className={styles.plain}>
      <View>{label}</View>
      <View className={strong ? styles.strong : ''}>{value}</View>
    </View>
  );
}

function resultWord({ T, grade }: Year['corrections'][number]['before']): string {
  return T === null ? '不定等次' : `${short(T)}分${grade ? gradeNames[grade] : ''}`;
}
