import type { ExemptShare } from '../exemption.ts';
import { figure } from '../assessment/monthly.ts';
import { compare, zero } from '../fraction.ts';
import { monthInChinese } from '../week.ts';
import { plain } from './figures.ts';

interface Spoken {
  readonly month: string;
  readonly ended: boolean;
  readonly exempt?: ExemptShare;
  readonly S: string | null;
  readonly sumEarned: string;
  readonly mostStill: string;
  readonly given: readonly { readonly label: string; readonly counted: string }[];
  readonly lines: readonly { readonly label: string; readonly offered: boolean; readonly earned: string; readonly max: string; readonly stillPossible: string | null }[];
}

/** The furrows as one sentence, for those who listen. Never a grade. */
export function spokenReceipt({ month, ended, exempt, S, sumEarned, mostStill, given, lines }: Spoken): string {
  if (exempt === 'whole') return `${monthInChinese(month)}整月免学，这个月不评。`;
  const offered = lines.filter((line) => line.offered);
  const missing = lines.filter((line) => !line.offered);
  if (offered.length === 0) return `${monthInChinese(month)}还没有记录`;
  const parts = [
    `${monthInChinese(month)}${ended ? '记' : '已记'}${points(sumEarned)}分`,
    ...offered.map(({ label, earned, max }) => `${label}${points(earned)}分，满分${max}`),
    ...(missing.length > 0 ? [missing.some(({ stillPossible }) => stillPossible) ? '其余还没有记录' : '其余本月没有'] : []),
    ...given.filter(({ counted }) => compare(figure(counted), zero) > 0).map(({ label, counted }) => `${label}${points(counted)}分`),
    ...(exempt === 'part' ? ['免学的日子不计'] : []),
    ...(compare(figure(mostStill), zero) > 0 ? [`最多还能记${points(mostStill)}分`] : []),
    ...(ended && S === null ? ['学习种类不够，这个月不评'] : []),
  ];
  return `${parts.join('，')}。`;
}

function points(text: string): string {
  return plain(figure(text));
}
