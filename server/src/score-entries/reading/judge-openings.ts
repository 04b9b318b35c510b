import { groupKey } from '@weidangxiao/shared/rules/group-name.ts';
import { mostMark, mostOpeningHours, type OpeningFaultCode, openingFaultSentence } from '@weidangxiao/shared/rules/opening-entry.ts';
import { figureFault, hundredthsOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { compact } from '../../platform/xlsx/tidy.ts';
import type { OpeningRow, OpeningSheet } from './read-openings.ts';

export interface OpeningFault {
  readonly row: number;
  readonly column: string;
  readonly code: OpeningFaultCode;
  readonly message: string;
}

/** One figure that a row would bring. */
export interface ReadFigure {
  readonly period: string;
  /** Hundredths; null: not rated. */
  readonly figure: number | null;
}

export interface JudgedRow extends OpeningRow {
  readonly memberId: string;
  readonly read: readonly ReadFigure[];
}

/** What judging needs to know of the town. */
export interface OpeningTown {
  /** By their names without spaces. */
  readonly named: ReadonlyMap<string, readonly { readonly id: string; readonly groupId: string | null }[]>;
  readonly groupKeys: ReadonlyMap<string, string>;
  /** Months that the system rates itself. */
  readonly own: ReadonlySet<string>;
  readonly isOver: (month: string) => boolean;
  /** Whoever imports. */
  readonly self: string;
}

export interface Judged {
  readonly good: readonly JudgedRow[];
  readonly faults: readonly OpeningFault[];
}

type Fault = { readonly fault: OpeningFault };

/** Every row by itself: one with a fault is not written, and keeps no other from being written. */
export function judgeOpenings({ rows, columns }: OpeningSheet, town: OpeningTown): Judged {
  const headingOf = (meaning: string, otherwise: string): string => columns.find((column) => column.meaning === meaning)?.heading ?? otherwise;
  const seen = new Map<string, number>();
  const good: JudgedRow[] = [];
  const faults: OpeningFault[] = [];
  for (const row of rows) {
    const person = whoIs(row, town, headingOf('name', '姓名'), seen);
    const figures = row.figures.map((figure) => readFigure(row.row, figure, town));
    const wrong = [person, ...figures, ...evidenceOf(row, headingOf('evidence', '依据'))].flatMap((one) => ('fault' in one ? [one.fault] : []));
    if (wrong.length > 0 || 'fault' in person) faults.push(...wrong);
    else good.push({ ...row, memberId: person.memberId, read: figures.filter((one): one is ReadFigure => 'period' in one) });
  }
  return { good, faults };
}

function whoIs(row: OpeningRow, { named, groupKeys, self }: OpeningTown, column: string, seen: Map<string, number>): Fault | { memberId: string } {
  const no = (code: OpeningFaultCode, words: Record<string, string | number> = {}): Fault => faultOf(row.row, column, code, words);
  if (!row.name) return no('NAME_MISSING');
  const namesakes = named.get(compact(row.name)) ?? [];
  const key = row.group ? groupKey(row.group) : null;
  const people = key ? namesakes.filter(({ groupId }) => groupId !== null && groupKeys.get(groupId) === key) : namesakes;
  const [person] = people;
  if (!person) return no('MEMBER_UNKNOWN', { name: row.name, group: row.group && namesakes.length > 0 ? `和小组，“${row.group}”里没有这个人` : '' });
  if (people.length > 1) return no('MEMBER_TWICE', { count: people.length, name: row.name });
  if (person.id === self) return no('MEMBER_SELF');
  const before = seen.get(person.id);
  if (before !== undefined) return no('ROW_TWICE', { row: before });
  seen.set(person.id, row.row);
  return { memberId: person.id };
}

function readFigure(row: number, { period, heading, text, failed }: OpeningRow['figures'][number], { own, isOver }: OpeningTown): Fault | ReadFigure {
  if (failed) return faultOf(row, heading, 'CELL_FAILED');
  const bare = compact(text).replace(/(分|学时|小时)$/, '');
  if (period.length === 4) {
    const fault = figureFault(bare, mostOpeningHours);
    return fault ? faultOf(row, heading, 'HOURS_WRONG', { text, fault }) : { period, figure: hundredthsOf(bare) };
  }
  if (!isOver(period)) return faultOf(row, heading, 'MONTH_NOT_OVER', { month: monthWithYear(period) });
  if (own.has(period)) return faultOf(row, heading, 'MONTH_OWN', { month: monthWithYear(period) });
  if (/^(未评|免评|不评|没评|没有评|未参评|不参评)$/.test(bare)) return { period, figure: null };
  const fault = figureFault(bare, mostMark);
  return fault ? faultOf(row, heading, 'FIGURE_WRONG', { text, fault }) : { period, figure: hundredthsOf(bare) };
}

function evidenceOf({ row, evidence }: OpeningRow, column: string): Fault[] {
  if (evidence === '') return [faultOf(row, column, 'EVIDENCE_MISSING')];
  return evidence.length > 200 ? [faultOf(row, column, 'EVIDENCE_LONG')] : [];
}

function faultOf(row: number, column: string, code: OpeningFaultCode, words: Record<string, string | number> = {}): Fault {
  return { fault: { row, column, code, message: openingFaultSentence(code, words) } };
}
