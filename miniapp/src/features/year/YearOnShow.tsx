import type { ReactNode } from 'react';
import { Words } from '@/components/Words';
import { type Objecting, useObjecting } from '../objections/objecting';
import { type Publication, usePublication } from '../publications/publications';
import { ResultHead } from '../receipts/ResultHead';
import type { Year } from './year';
import { ungradedWords } from './year-words';

/** The sheet on which one's own year was put up, for its dates; null before that. */
export function useYearSheet(year: Year | null): Publication | null {
  return usePublication('year', year?.final ? String(year.year) : null).value;
}

/** A published year's grade and figure. */
export function YearHead({ year, sheet, elder }: { year: Year; sheet: Publication | null; elder: boolean }) {
  if (!year.final) return null;
  const shown = sheet && { on: sheet.publishedOn, until: sheet.publishedUntil, locked: isLocked(year) };
  return (
    <ResultHead name={`${year.year}年`} shown={shown} grade={year.grade} figure={year.T} ungraded="不定等次" elder={elder}>
      {year.T === null && <Words as="minor">{`${ungradedWords(year.reason)}，不影响已经评过的月份。`}</Words>}
    </ResultHead>
  );
}

/** Objections to one's own published year. Its months were on show by themselves, so there is one line: the result. @param over puts a sheet over the page */
export function useYearObjecting(year: Year | null, over: (sheet: ReactNode) => void): Objecting {
  const onShow = year !== null && year.final && !isLocked(year);
  return useObjecting({ sheet: { kind: 'year', period: String(year?.year ?? '') }, lines: result, onShow }, over);
}

const result = [{ value: 'whole', name: '年度结果' }] as const;

const isLocked = ({ stage }: Year): boolean => stage === 'locked';
