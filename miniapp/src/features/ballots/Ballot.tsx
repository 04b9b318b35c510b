import { View } from '@tarojs/components';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { BallotGrades } from '@weidangxiao/shared/rules/ballot.ts';
import { dateInChinese, monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { FootLine } from '@/components/FootLine';
import { NoteBar } from '@/components/NoteBar';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { useNetwork } from '@/platform/network';
import styles from './Ballot.module.scss';
import { BallotRow } from './BallotRow';
import type { MyBallot } from './ballots';

/** Everybody of the circle, one tap each. What is tapped stays in this page's memory: a secret ballot does not lie about on a phone. */
export function Ballot({ ballot: { month, ratees, voteUntil, groups }, given, onRate }: { ballot: MyBallot; given: BallotGrades; onRate: (memberId: string, grade: Grade) => void }) {
  const online = useNetwork((network) => network.online);
  const elder = useAppearance((appearance) => appearance.elder);
  return (
    <>
      <View className={styles.secret}>
        <Words as="title">{`${monthInChinese(month)}，大家学得怎样`}</Words>
        <Words as="minor">{`${groups.map(({ name }) => name).join('、')}${ratees.length}位，${dateInChinese(voteUntil)}为止`}</Words>
        <NoteBar tone="blue" icon="shield-check">
          {elder ? '不记名。没有人知道你评了什么。也可以找组长领纸质票，一样算。' : '不记名：只记你投过，各人的票数加一，不记谁投了什么。这一页也不存在本机，没投就离开，要重评。不想用手机，找组长领纸质票，一样算。'}
        </NoteBar>
        {!online && (
          <NoteBar tone="amber" icon="cloud-off">
            没有网络，现在投不出去。先别离开这一页，联网后再投；也可以找组长领纸质票
          </NoteBar>
        )}
      </View>
      {ratees.map(({ memberId, name }) => (
        <BallotRow key={memberId} memberId={memberId} name={name} grade={given[memberId] ?? null} onRate={onRate} />
      ))}
      <View className={styles.room} />
    </>
  );
}

/** How many are left, the same grade for them, and the way on. */
export function BallotFoot({ left, onRest, onReview }: { left: number; onRest: () => void; onReview: () => void }) {
  return (
    <>
      <FootLine words={left > 0 ? `还有${left}位没评` : '都评了'}>
        <Button kind="text" size="small" disabled={left === 0} onTap={onRest}>
          其余都评…
        </Button>
      </FootLine>
      <Button disabled={left > 0} onTap={onReview}>
        看一遍，再投
      </Button>
    </>
  );
}

/** Where there is nothing to rate, why. */
export function NoBallot({ ballot: { state, part, cast, voteFrom, voteUntil, month } }: { ballot: MyBallot }) {
  const name = monthInChinese(month);
  if (cast) return <EmptyState icon="circle-check" title="投过了" text={`${name}的互评，你投过了，或领了纸质票。评了谁什么，没有地方记着。`} />;
  if (state === 'coming') return <EmptyState icon="clock" title={`${dateInChinese(voteFrom)}开始`} text={`${name}的互评从${dateInChinese(voteFrom)}到${dateInChinese(voteUntil)}，到时再来。`} />;
  if (part === 'too_few') return <EmptyState icon="users" title="这个月不用互评" text="组里人少，评了也看得出是谁评的。不影响分数。" />;
  if (part === 'not_listed') return <EmptyState icon="users" title="这个月不用互评" text={`${name}最后一天不在组里，或整月免学，就不参加。有不对的，问镇管理员。`} />;
  return <EmptyState icon="clock" title="互评已经结束" text={`${name}的互评到${dateInChinese(voteUntil)}为止。没投不扣分。`} />;
}
