import { View } from '@tarojs/components';
import { gradeNames, type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { countOf } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { countsTyped, type TypedLine } from '@weidangxiao/shared/rules/paper-entry.ts';
import { memo } from 'react';
import { classes } from '@/components/classes';
import { NumberCell } from '@/components/NumberCell';
import { useAppearance } from '@/platform/appearance';
import styles from './Paper.module.scss';

interface PaperLineProps {
  memberId: string;
  name: string;
  line: TypedLine;
  /** How many lie in the box; nobody has more. */
  ballots: number;
  differs: boolean;
  onType: (memberId: string, grade: Grade, text: string) => void;
}

/** One person's four counts and their sum. */
export const PaperLine = memo(function PaperLine({ memberId, name, line, ballots, differs, onType }: PaperLineProps) {
  const sum = countOf(countsTyped(line));
  const elder = useAppearance((appearance) => appearance.elder);
  const over = ballots > 0 && sum > ballots;
  return (
    <View className={styles.line}>
      <View className={styles.who}>
        <View className={styles.name}>{name}</View>
        <View className={classes(styles.sum, (over || differs) && styles.wrong)}>{over ? `${sum}，多了` : differs ? '不一样' : `共${sum}`}</View>
      </View>
      <View className={styles.cells}>
        {grades.map((grade) => (
          <View key={grade} className={styles.cell}>
            {elder && <View className={styles.above}>{gradeNames[grade]}</View>}
            <NumberCell label={`${name}，${gradeNames[grade]}`} value={line[grade] ?? ''} hint={elder ? '' : gradeNames[grade]} wrong={over} onChange={(text) => onType(memberId, grade, text)} />
          </View>
        ))}
      </View>
    </View>
  );
});
