import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { hundredths } from '../receipts/adds-up';
import type { Year, YearMonth } from './year';

const stateWords: Readonly<Record<YearMonth['state'], string>> = { coming: '', running: '在记', rating: '在评', published: '免评', opening: '免评', none: '' };

/** The grade, or why there is none; nothing for a month that is to come. */
export function monthWord({ state, grade }: YearMonth): string {
  return grade ? gradeNames[grade] : stateWords[state];
}

const stateSigns: Readonly<Record<YearMonth['state'], string>> = { coming: '', running: '记', rating: '评', published: '免', opening: '免', none: '' };

/** The same in one character, under a column. */
export function monthSign({ state, grade }: YearMonth): string {
  return grade ? gradeNames[grade] : stateSigns[state];
}

/** The months in a sentence, for those who listen and for the large version. Never what is to come. */
export function spokenMonths({ year, months }: Pick<Year, 'year' | 'months'>): string {
  const known = months.flatMap((month) => (monthWord(month) ? [`${monthInChinese(month.month)}${monthWord(month)}`] : []));
  return known.length === 0 ? `${year}年还没有评过的月份。` : `${year}年，${known.join('，')}。`;
}

/** Lines and rounding make the sum, to the hundredth; what does not add up is shown without a total. */
export function yearAddsUp({ lines, rounding, sum }: Pick<Year, 'lines' | 'rounding' | 'sum'>): boolean {
  const total = lines.reduce((all, { points }) => all + hundredths(points), 0) + (rounding === null ? 0 : hundredths(rounding));
  return total === hundredths(sum);
}

export function ungradedWords(reason: Year['reason']): string {
  return reason === 'membership' ? '没有在组的月份' : '评过的月份不够';
}
