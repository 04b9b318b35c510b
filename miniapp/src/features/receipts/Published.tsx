import { View } from '@tarojs/components';
import { type Grade, gradeNames, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { dateInChinese, monthInChinese, startOf } from '@weidangxiao/shared/rules/week.ts';
import { accessible } from '@/components/accessible';
import { Card } from '@/components/Card';
import { Chip } from '@/components/Chip';
import { classes } from '@/components/classes';
import { Words } from '@/components/Words';
import { businessNow } from '@/platform/clock';
import styles from './Published.module.scss';
import type { Receipt } from './receipts';

type Published = NonNullable<Receipt['published']>;
type Figures = Pick<Published, 'rated' | 's' | 'p' | 'm' | 'grade'>;

/** What stands now: as it was published, with the last change since. */
export function standingOf({ published, corrections }: Receipt): Figures | null {
  return corrections.at(-1)?.after ?? published;
}

/** The grade and its figure, large; until when it is on show, and how long one can still object. */
export function PublishedHead({ receipt, elder }: { receipt: Receipt; elder: boolean }) {
  const { month, published } = receipt;
  const standing = standingOf(receipt);
  if (!published || !standing) return null;
  const { rated, grade, m } = standing;
  return (
    <View className={styles.head}>
      <Words as="minor">{`${monthInChinese(month)}，${published.locked ? `${dateInChinese(published.on)}公示过，已锁定` : `公示到${dateInChinese(published.until)}`}`}</Words>
      <View className={styles.result}>
        <View className={styles.grade}>{rated && grade ? gradeNames[grade] : '免评'}</View>
        {rated && m !== null && <View className={styles.figure}>{m}</View>}
        <View className={styles.left}>{!published.locked && <Chip tone="amber">{daysLeft(published.until)}</Chip>}</View>
      </View>
      {rated && grade && !elder && <Bands grade={grade} />}
      {!rated && <Words as="minor">这个月的学习不满两种，不评等次，不影响别的月份。</Words>}
    </View>
  );
}

/** Where among the four it lies: the others are said, not compared. */
function Bands({ grade }: { grade: Grade }) {
  return (
    <View className={styles.bands} {...accessible({ hidden: true })}>
      {[...grades].reverse().map((one) => (
        <View key={one} className={classes(styles.band, one === grade && styles.here)}>
          <View className={styles.strip} />
          {gradeNames[one]}
        </View>
      ))}
    </View>
  );
}

/** From the score of study to the month's: what colleagues gave, and both together. In the large version one sentence. */
export function PublishedSum({ receipt, elder }: { receipt: Receipt; elder: boolean }) {
  const standing = standingOf(receipt);
  if (!standing?.rated) return null;
  const { s, p, m } = standing;
  const before = receipt.published?.s ?? null;
  if (elder) {
    return (
      <Card>
        <Words>{`学习得分${s}分，${p === null ? '没有有效的互评' : `组员互评${p}分`}，本月得分${m}分。`}</Words>
      </Card>
    );
  }
  return (
    <Card className={styles.sum}>
      <Line name="学习得分" figure={s} note={before === s ? null : `公示时${before ?? '没有'}，后来更正的在下面`} />
      <Line name="组员互评" figure={p} note={p === null ? '这个月没有有效的互评，本月得分就是学习得分' : '只有票数，没有谁投了什么'} />
      <Line name="本月得分" figure={m} note={p === null ? null : `学习得分和互评按规则${receipt.rubricVersion}版合起来，四舍五入到两位`} />
    </Card>
  );
}

function Line({ name, figure, note }: { name: string; figure: string | null; note?: string | null }) {
  return (
    <View className={styles.line}>
      <View className={styles.pair}>
        <View>{name}</View>
        <View>{figure ?? '没有'}</View>
      </View>
      {note && <View className={styles.note}>{note}</View>}
    </View>
  );
}

/** Calendar days, today among them. */
function daysLeft(until: string): string {
  const days = Math.ceil((startOf(until) - businessNow()) / 86_400_000);
  return days <= 0 ? '今天还可提异议' : `还有${days}天可提异议`;
}
