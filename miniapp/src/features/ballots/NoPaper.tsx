import { leastPaper } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { EmptyState } from '@/components/EmptyState';
import type { PaperBox } from './paper-box';

/** Counted, none handed out, or so few that the town counts them. */
export function NoPaper({ box: { paper, handed, voteUntil } }: { box: PaperBox }) {
  if (paper === 'added') return <EmptyState icon="circle-check" title="这一箱已经计入" text={`两个人录得一样，${handed}张票都算上了。`} />;
  if (handed === 0) return <EmptyState icon="clock" title="没有发过纸质票" text={`互评到${dateInChinese(voteUntil)}为止，纸质票只在那几天发。`} />;
  if (handed < leastPaper) return <EmptyState icon="shield-check" title="封好，交到镇上" text={`只发出${handed}张，你看着发的，一数就知道是谁评的。由镇里两个人来录，你不用录。`} />;
  return <EmptyState icon="clock" title="现在不能录" text="这个月的等次已经公示，票数不能再改。" />;
}
