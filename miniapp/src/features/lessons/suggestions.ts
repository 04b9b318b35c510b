import type { Theme } from '../week/week';
import type { CatalogueRow } from './lesson';
import { type Reading, useReadings } from './readings';

export interface Suggestion {
  readonly lesson: Omit<CatalogueRow, 'sentOn'>;
  /** The Monday in whose week it is read. */
  readonly monday: string | null;
  readonly why: string;
}

const most = 3;
const begun = 0.05;

/** What is worth reading now, each with an honest reason: left half read on this phone, or of this week and not read yet. */
export function useSuggestions(theme: Theme | null, known: readonly CatalogueRow[]): readonly Suggestion[] {
  const readings = useReadings(({ of }) => of);
  const ofWeek = theme?.lessons.filter(({ id }) => !readings[id]?.done) ?? [];
  const half = known.filter(({ id }) => isHalfRead(readings[id]) && !ofWeek.some((lesson) => lesson.id === id));
  const week = ofWeek.map((lesson): Suggestion => ({ lesson, monday: theme?.monday ?? null, why: isHalfRead(readings[lesson.id]) ? '上次还没读完' : '本周的课，还没读' }));
  return [...half.map((lesson): Suggestion => ({ lesson, monday: lesson.sentOn, why: '上次还没读完' })), ...week].slice(0, most);
}

function isHalfRead(reading: Reading | undefined): boolean {
  return reading !== undefined && !reading.done && reading.position > begun;
}
