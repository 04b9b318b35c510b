import { rubricFaults } from '@weidangxiao/shared/rules/assessment/rubric-faults.ts';
import { attendanceStatuses, dimensionKeys, grades, type Rubric } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { compare, parseFraction, subtract, sum, whole, zero } from '@weidangxiao/shared/rules/fraction.ts';
import { plain } from '@weidangxiao/shared/rules/receipt/figures.ts';
import { addDays, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';

/** What stands in each field of the form, under the dotted path that a fault names, too. */
export type RubricDraft = Readonly<Record<string, string>>;

const bandKeys = ['excellent', 'good', 'fair'] as const;
/** `exempt` is no field: it never counts. */
export const creditKeys = attendanceStatuses.filter((status) => status !== 'exempt');

export function draftOf(rubric: Rubric): RubricDraft {
  const { labels, max, credit, vote, bands, year } = rubric;
  return {
    version: rubric.version,
    ...under('labels', labels),
    ...under('max', max),
    ...under('credit', credit),
    ...{ contribution: rubric.contribution, note: rubric.note, practice: rubric.practice.join('、') },
    ...{ leastDimensions: String(rubric.leastDimensions), mostBonus: rubric.mostBonus, mostDeduction: rubric.mostDeduction },
    ...under('bands', bands),
    ...under('vote.values', vote.values),
    ...under('vote', { weight: vote.weight, leastBallots: vote.leastBallots, leastShare: vote.leastShare, trimFrom: vote.trimFrom }),
    ...under('year', year),
  };
}

function under(path: string, parts: Readonly<Record<string, string | number | null>>): RubricDraft {
  return Object.fromEntries(Object.entries(parts).map(([key, value]) => [`${path}.${key}`, String(value ?? '')]));
}

/** The rubric that the form says; remarks come along from the one that it began with. */
export function rubricFrom(draft: RubricDraft, { notes }: Rubric): Rubric {
  const words = (field: string): string => (draft[field] ?? '').trim();
  const figure = (field: string): string => tidy(draft[field] ?? '');
  const count = (field: string): number => (figure(field) === '' ? Number.NaN : Number(figure(field)));
  const all = <Key extends string, Value>(keys: readonly Key[], of: (key: Key) => Value) => Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<Key, Value>;
  return {
    ...{ version: words('version'), notes, labels: all(dimensionKeys, (key) => words(`labels.${key}`)), max: all(dimensionKeys, (key) => figure(`max.${key}`)) },
    credit: all(attendanceStatuses, (key) => (key === 'exempt' ? null : figure(`credit.${key}`) || null)),
    ...{ contribution: figure('contribution'), note: figure('note'), practice: practiceFrom(draft['practice'] ?? '') },
    ...{ leastDimensions: count('leastDimensions'), mostBonus: figure('mostBonus'), mostDeduction: figure('mostDeduction') },
    bands: all(bandKeys, (key) => figure(`bands.${key}`)),
    vote: { values: all(grades, (key) => figure(`vote.values.${key}`)), weight: figure('vote.weight'), leastBallots: count('vote.leastBallots'), leastShare: figure('vote.leastShare'), trimFrom: count('vote.trimFrom') },
    year: { ...all(['monthsWeight', 'hoursPoints', 'mostResults', 'excellentShare'] as const, (key) => figure(`year.${key}`)), leastMonths: count('year.leastMonths') },
  };
}

function practiceFrom(text: string): string[] {
  return text.split(/[、,，;；\s]+/).map(tidy).filter((step) => step !== '');
}

/** As a figure is kept: half-width, without zeros that say nothing. */
function tidy(typed: string): string {
  const text = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d+(\.\d+)?$/.test(text) ? text.replace(/^0+(?=\d)/, '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : text;
}

/** What is wrong, under the field of the form where it stands; several steps of practice are one field. */
export function faultsByField(rubric: Rubric): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const { field, message } of rubricFaults(rubric)) {
    const place = field.startsWith('practice.') ? 'practice' : field;
    if (!faults.has(place)) faults.set(place, message);
  }
  return faults;
}

/** The five maxima together, and what is missing to 100; null while one of them is no figure. */
export function pointsOf({ max }: Rubric): { total: string; words: string } | null {
  const read = dimensionKeys.map((key) => parseFraction(max[key]));
  const figures = read.filter((figure) => figure !== null);
  if (figures.length < read.length) return null;
  const total = sum(figures);
  const rest = subtract(whole(100), total);
  const off = compare(rest, zero);
  return { total: plain(total), words: off === 0 ? '正好100' : off > 0 ? `还差${plain(rest)}分` : `多了${plain(subtract(zero, rest))}分` };
}

/** The first month that has not begun and has no version of its own yet. */
export function freeMonth(thisMonth: string, taken: readonly string[]): string {
  let month = monthAfter(thisMonth);
  while (taken.includes(month)) month = monthAfter(month);
  return month;
}

export const monthAfter = (month: string): string => monthOf(addDays(datesOfMonth(month).to, 1));

/** The label that nobody has used this year: 2026-2 after 2026-1. */
export function nextVersion(month: string, used: readonly string[]): string {
  const year = month.slice(0, 4);
  for (let at = 1; ; at += 1) if (!used.includes(`${year}-${at}`)) return `${year}-${at}`;
}
