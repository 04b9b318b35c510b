import { View } from '@tarojs/components';
import { gradeNames, type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { onlyDigits, type TypedLine, type TypedLines } from '@weidangxiao/shared/rules/paper-entry.ts';
import { useCallback, useState } from 'react';
import { Field } from '@/components/Field';
import { NoteBar } from '@/components/NoteBar';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import styles from './Paper.module.scss';
import { PaperLine } from './PaperLine';
import type { PaperBox } from './paper-box';

export interface Typed {
  readonly ballots: string;
  readonly lines: TypedLines;
}

const none: TypedLine = {};

/** What somebody counts: in this page's memory alone. What the other one counted is shown to nobody. */
export function useTyped() {
  const [typed, setTyped] = useState<Typed>({ ballots: '', lines: {} });
  const onBallots = useCallback((text: string) => setTyped((before) => ({ ...before, ballots: onlyDigits(text) })), []);
  const onType = useCallback((memberId: string, grade: Grade, text: string) => setTyped(({ ballots, lines }) => ({ ballots, lines: { ...lines, [memberId]: { ...lines[memberId], [grade]: onlyDigits(text) } } })), []);
  return { typed, onBallots, onType };
}

interface PaperCountProps {
  box: PaperBox;
  typed: Typed;
  onBallots: (text: string) => void;
  onType: (memberId: string, grade: Grade, text: string) => void;
}

/** The counts of a box, person by person, four fields each. */
export function PaperCount({ box: { handed, people, enteredBy, differences }, typed: { ballots, lines }, onBallots, onType }: PaperCountProps) {
  const elder = useAppearance((appearance) => appearance.elder);
  const differing = new Set(differences?.people.map(({ memberId }) => memberId));
  return (
    <>
      {differences && (
        <NoteBar tone="amber" icon="triangle-alert">
          {`两个人录得不一样：${[...(differences.ballots ? ['票数'] : []), ...differences.people.map(({ name }) => name)].join('、')}。把这几个人的票再数一遍，谁录错了谁改`}
        </NoteBar>
      )}
      {!differences && enteredBy.length > 0 && <NoteBar tone="blue">{`${enteredBy.map(({ name }) => name).join('、')}录过了，还要另一个人数一遍，用自己的账号录`}</NoteBar>}
      <Words as="minor">两个人各数各的，各用自己的账号录。录得一样，才计入。</Words>
      <Field label={`箱里有几张票（发出${handed}张）`} kind="number" longest={3} value={ballots} onChange={onBallots} />
      <View className={styles.part}>
        <Words as="title">每个人得了几个圈</Words>
        <Words as="note">空着的算0</Words>
      </View>
      {!elder && (
        <View className={styles.heads}>
          <View className={styles.who} />
          {grades.map((grade) => (
            <View key={grade} className={styles.head}>
              {gradeNames[grade]}
            </View>
          ))}
        </View>
      )}
      {people.map(({ memberId, name }) => (
        <PaperLine key={memberId} memberId={memberId} name={name} line={lines[memberId] ?? none} ballots={Number(ballots || '0')} differs={differing.has(memberId)} onType={onType} />
      ))}
    </>
  );
}
