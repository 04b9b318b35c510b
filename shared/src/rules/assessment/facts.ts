import { compare, type Fraction, parseFraction, zero } from '../fraction.ts';
import { type AttendanceStatus, attendanceStatuses, type Grade, grades } from './rubric.ts';

/** One member's month. A session dimension that is absent has no records. */
export interface MonthFacts {
  readonly centralized?: readonly AttendanceStatus[];
  readonly group?: { readonly records?: readonly AttendanceStatus[]; readonly contributed?: boolean };
  readonly night?: readonly AttendanceStatus[];
  readonly selfStudy?: { readonly mondays?: number; readonly done?: number; readonly notes?: number };
  readonly practice?: { readonly offered?: boolean; readonly verified?: number };
  readonly bonus?: readonly string[];
  readonly deductions?: readonly string[];
  readonly ballots?: Partial<Record<Grade, number>>;
  /** How many may vote on this person. */
  readonly entitled?: number;
}

/** Facts that make no sense. `field` is the dotted path of the first that does not. */
export class FactsError extends Error {
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.name = 'FactsError';
    this.field = field;
  }
}

/** @throws FactsError */
export function requireMonthFacts(facts: MonthFacts): void {
  if (typeof facts !== 'object' || facts === null) throw new FactsError('facts', '没有这个月的记录');
  requireRecords('centralized', facts.centralized);
  requireRecords('group.records', facts.group?.records);
  requireRecords('night', facts.night);
  const { mondays = 0, done = 0, notes = 0 } = facts.selfStudy ?? {};
  requireCount('selfStudy.mondays', mondays);
  requireCount('selfStudy.done', done);
  requireCount('selfStudy.notes', notes);
  if (done > mondays) throw new FactsError('selfStudy.done', '打卡的周数多于发过主题的周数');
  requireCount('practice.verified', facts.practice?.verified ?? 0);
  for (const points of facts.bonus ?? []) requireDecimal('bonus', points);
  for (const points of facts.deductions ?? []) requireDecimal('deductions', points);
  requireBallots(facts.ballots ?? {}, facts.entitled ?? 0);
}

function requireRecords(field: string, records: readonly AttendanceStatus[] = []): void {
  if (!Array.isArray(records)) throw new FactsError(field, '到课记录要列成一串');
  const strange = records.find((status) => !attendanceStatuses.includes(status));
  if (strange !== undefined) throw new FactsError(field, `不认得的到课情况：${String(strange)}`);
}

function requireBallots(ballots: Partial<Record<Grade, number>>, entitled: number): void {
  requireCount('entitled', entitled);
  const entries = Object.entries(ballots);
  for (const [grade, count] of entries) {
    if (!grades.includes(grade as Grade)) throw new FactsError('ballots', `不认得的等次：${grade}`);
    requireCount('ballots', count);
  }
  const cast = entries.reduce((total, [, count]) => total + count, 0);
  if (cast > entitled) throw new FactsError('ballots', '收到的票多于有资格投票的人');
}

export function requireCount(field: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new FactsError(field, '要是0或更大的整数');
}

/** A decimal of zero or more, as a string. */
export function requireDecimal(field: string, text: string): Fraction {
  const value = typeof text === 'string' && !text.includes('/') ? parseFraction(text) : null;
  if (!value || compare(value, zero) < 0) throw new FactsError(field, '要是0或更大的数，如2.5');
  return value;
}
