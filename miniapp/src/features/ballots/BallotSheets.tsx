import { View } from '@tarojs/components';
import { type Grade, gradeNames, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { BallotGrades } from '@weidangxiao/shared/rules/ballot.ts';
import { Button } from '@/components/Button';
import { Fault } from '@/components/Fault';
import { Picks } from '@/components/Picks';
import { Sheet } from '@/components/Sheet';
import { Words } from '@/components/Words';
import { useAct } from '@/platform/act';
import styles from './Ballot.module.scss';
import { byGrade, castBallot, type MyBallot } from './ballots';

const options = grades.map((value) => ({ value, name: `都评${gradeNames[value]}` }));
/** So many names are read; more are counted. */
const mostNames = 8;

/** One grade for all who have none yet; each of them can still be changed. */
export function RestSheet({ count, onRate, onClose }: { count: number; onRate: (grade: Grade) => void; onClose: () => void }) {
  return (
    <Sheet title={`其余${count}位`} onClose={onClose}>
      <Words as="minor">已经评过的不动。评完以后，哪一位都还能改。</Words>
      <View className={styles.part}>
        <Picks label="其余都评" options={options} chosen={[]} onPick={onRate} />
      </View>
    </Sheet>
  );
}

/** The whole ballot once more, before it goes where nobody can change it. */
export function SummarySheet({ ballot: { month, ratees }, given, onCast, onClose }: { ballot: MyBallot; given: BallotGrades; onCast: () => void; onClose: () => void }) {
  const { busy, fault, run } = useAct();
  const cast = () =>
    run(async () => {
      await castBallot(month, given);
      onCast();
    });
  return (
    <Sheet title="看一遍，再投" onClose={onClose}>
      {byGrade(ratees, given).map(({ grade, names }) => (
        <View key={grade} className={styles.line}>
          <View className={styles.grade}>{`${gradeNames[grade]} ${names.length}位`}</View>
          <View className={styles.names}>{listOf(names)}</View>
        </View>
      ))}
      <View className={styles.part}>
        <Words as="minor">投出以后不能改，也没有人查得到你评了谁什么。</Words>
      </View>
      <Fault>{fault}</Fault>
      <View className={styles.act}>
        <Button busy={busy} onTap={cast}>
          投出这一票
        </Button>
      </View>
    </Sheet>
  );
}

function listOf(names: readonly string[]): string {
  if (names.length === 0) return '没有';
  return names.length <= mostNames ? names.join('、') : `${names.slice(0, mostNames).join('、')}等${names.length}位`;
}
