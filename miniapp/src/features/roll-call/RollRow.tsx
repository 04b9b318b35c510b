import { View } from '@tarojs/components';
import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { attendanceStatusNames, type RollStatus } from '@weidangxiao/shared/rules/attendance.ts';
import { memo } from 'react';
import { Cell, Cells } from '@/components/Cells';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import styles from './RollRow.module.scss';

interface RollRowProps {
  memberId: string;
  name: string;
  /** Was not expected: 假 and 缺 are not for them. */
  guest: boolean;
  /** 没有手机, 组长, 免 … */
  note: string;
  status: AttendanceStatus | null;
  /** What the marks that differ say, joined by commas; empty where they agree. */
  said: string;
  /** Who marked what, where they differ. */
  twoMarks: string;
  onMark: (memberId: string, status: RollStatus) => void;
  onMore: (memberId: string) => void;
}

/**
 * One person on the roll. Only what changed goes to WeChat with a tap: no node comes or goes, words and classes change.
 * An early leaving takes the place of 迟, since nobody has both.
 */
export const RollRow = memo(function RollRow({ memberId, name, guest, note, status, said, twoMarks, onMark, onMore }: RollRowProps) {
  const differing = said === '' ? [] : said.split(',');
  const left = status === 'left_early' || differing.includes('left_early');
  return (
    <View className={styles.row}>
      <View className={styles.line}>
        <Tap className={styles.who} label={`${name}，${stateOf(status, said)}，早退和别的`} onTap={() => onMore(memberId)}>
          <View className={styles.name}>
            <View>{name}</View>
            <Icon name="chevron-down" size="xs" className={styles.more} />
          </View>
          <View className={styles.note}>{note}</View>
        </Tap>
        <Cells className={guest && styles.few}>
          {cellsOf(guest, left).map((one, at) => (
            <Cell key={at} checked={status === one && said === ''} label={`${name}${attendanceStatusNames[one]}`} className={differing.includes(one) ? styles.asked : status === one && styles[one]} onTap={() => onMark(memberId, one)}>
              {cellNames[one]}
            </Cell>
          ))}
        </Cells>
      </View>
      <View className={styles.two}>{twoMarks}</View>
    </View>
  );
});

/** The same for somebody from the first tap to the last. */
function cellsOf(guest: boolean, left: boolean): readonly (keyof typeof cellNames)[] {
  const late = left ? 'left_early' : 'late';
  return guest ? ['present', late] : ['present', late, 'leave', 'absent'];
}

const cellNames = { present: '到', late: '迟', left_early: '早退', leave: '假', absent: '缺' } as const;

function stateOf(status: AttendanceStatus | null, said: string): string {
  if (said !== '') return '两边点的不一样';
  return status ? attendanceStatusNames[status] : '没点';
}
