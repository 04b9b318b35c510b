import { View } from '@tarojs/components';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import styles from './Published.module.scss';
import type { Receipt } from './receipts';
import { ResultHead } from './ResultHead';

type Published = NonNullable<Receipt['published']>;
type Figures = Pick<Published, 'rated' | 's' | 'p' | 'm' | 'grade'>;

/** What stands now: as it was published, with the last change since. */
export function standingOf({ published, corrections }: Receipt): Figures | null {
  return corrections.at(-1)?.after ?? published;
}

/** A published month's grade and figure. */
export function PublishedHead({ receipt, elder }: { receipt: Receipt; elder: boolean }) {
  const { month, published } = receipt;
  const standing = standingOf(receipt);
  if (!published || !standing) return null;
  const { rated, grade, m } = standing;
  return (
    <ResultHead name={monthInChinese(month)} shown={published} grade={rated ? grade : null} figure={rated ? m : null} ungraded="免评" elder={elder}>
      {!rated && <Words as="minor">这个月的学习不满两种，不评等次，不影响别的月份。</Words>}
    </ResultHead>
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
    <Card rows>
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
