import { gradeNames } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { NoteBar } from '@/components/NoteBar';
import { Words } from '@/components/Words';
import { Figure } from '../receipts/Figure';
import { Fold, PlainLine } from '../receipts/Fold';
import { HowMade } from '../receipts/HowMade';
import { short } from '../receipts/receipts';
import type { Year } from './year';
import { ungradedWords, yearAddsUp } from './year-words';

/** Every part of the year with how it comes about, and what they make together. While the year runs there is no grade in it. */
export function YearLines({ year }: { year: Year }) {
  const known = yearAddsUp(year);
  return (
    <>
      {!known && <NoteBar tone="amber" icon="triangle-alert">合计正在核对，先不显示。下面每一项都在，你的记录没有少。</NoteBar>}
      <Card rows>
        {year.lines.map(({ part, label, points, max, formula, stillPossible }) => (
          <Fold key={part} name={label} label={`${label}${short(points)}分，满分${max}`} figure={<Figure points={points} max={max} />}>
            <HowMade formula={formula} stillPossible={stillPossible} />
          </Fold>
        ))}
        {known && year.rounding && <PlainLine name="四舍五入" figure={year.rounding} />}
        {known && <PlainLine name={year.final ? '汇总得分' : '按现在的记录'} figure={short(year.sum)} strong />}
        {year.final && <Outcome year={year} />}
      </Card>
      {year.corrections.map(({ on, reason, before, after }) => (
        <Words key={`${on}${reason}`} as="note">{`${dateInChinese(on)}更正：${resultWord(before)}改为${resultWord(after)}，${reason}`}</Words>
      ))}
    </>
  );
}

function Outcome({ year: { T, performance, grade, W, reason } }: { year: Year }) {
  if (T === null) return <PlainLine name={ungradedWords(reason)} figure="不定等次" strong />;
  return (
    <>
      <PlainLine name={`绩效得分，满分${short(W)}`} figure={performance ?? ''} />
      <PlainLine name="等次" figure={grade ? gradeNames[grade] : ''} strong />
    </>
  );
}

function resultWord({ T, grade }: Year['corrections'][number]['before']): string {
  return T === null ? '不定等次' : `${short(T)}分${grade ? gradeNames[grade] : ''}`;
}
