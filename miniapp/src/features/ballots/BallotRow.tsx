import { View } from '@tarojs/components';
import { type Grade, gradeNames, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { memo } from 'react';
import { accessible } from '@/components/accessible';
import { Cell, Cells } from '@/components/Cells';
import styles from './BallotRow.module.scss';

interface BallotRowProps {
  memberId: string;
  name: string;
  grade: Grade | null;
  onRate: (memberId: string, grade: Grade) => void;
}

/** One person to rate. Only what changed goes to WeChat with a tap: no node comes or goes. */
export const BallotRow = memo(function BallotRow({ memberId, name, grade, onRate }: BallotRowProps) {
  return (
    <View className={styles.row} {...accessible({ role: 'radiogroup', label: `${name}，${grade ? gradeNames[grade] : '没评'}` })}>
      <View className={styles.name}>{name}</View>
      <Cells>
        {grades.map((one) => (
          <Cell key={one} checked={grade === one} label={`${name}${gradeNames[one]}`} className={grade === one && styles.chosen} onTap={() => onRate(memberId, one)}>
            {gradeNames[one]}
          </Cell>
        ))}
      </Cells>
    </View>
  );
});
