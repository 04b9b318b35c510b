import { attended, attendanceStatusNames, makeUpDays } from './attendance.ts';
import type { MonthFacts } from './assessment/facts.ts';
import type { AttendanceStatus, DimensionKey, Rubric } from './assessment/rubric.ts';
import { canBeMadeUp } from './make-up.ts';
import type { MonthEvent } from './self-study.ts';
import { type SessionKind, sessionKindNames } from './study-session.ts';
import { addDays, type BusinessDate, dateInChinese } from './week.ts';

/** One member at one session that was opened. */
export interface SessionFact {
  readonly kind: SessionKind;
  readonly title: string;
  readonly date: BusinessDate;
  /** 第N期 of the town, once it is closed. */
  readonly number: number | null;
  /** null: not marked, no record. */
  readonly status: AttendanceStatus | null;
  readonly guest: boolean;
  readonly spoke: boolean;
  readonly closed: boolean;
  /** How it is known, in words. */
  readonly evidence: string;
  /** A make-up was reported and waits to be verified. */
  readonly makeUpWaits?: boolean;
}

export interface SessionRecords {
  readonly facts: readonly SessionFact[];
  /** Planned ones at which the member is expected. */
  readonly coming: readonly Pick<SessionFact, 'kind' | 'title' | 'date'>[];
  readonly today: BusinessDate;
  /** What a status is worth by the rubric. */
  readonly credit: Rubric['credit'];
}

export type SessionFacts = Pick<MonthFacts, 'centralized' | 'group' | 'night' | 'practice'>;

export interface SessionMonth {
  readonly facts: SessionFacts;
  /** The same month once everything that still can be done is done. */
  readonly best: SessionFacts;
  readonly events: Partial<Record<DimensionKey, MonthEvent[]>>;
  /** What still can be done, in words. */
  readonly hints: Partial<Record<DimensionKey, string[]>>;
}

const kinds: readonly SessionKind[] = ['centralized', 'group', 'night', 'practice'];

/** One member's sessions of one month by dimension; the kinds of sessions are dimensions of the rubric. */
export function sessionMonth(records: SessionRecords): SessionMonth {
  const best = records.facts.map((fact) => ({ ...fact, status: bestStatus(fact, records.today) }));
  const coming = records.coming.map(({ kind }) => ({ kind, status: 'present' as const, spoke: kind === 'group' }));
  return {
    facts: sessionFacts(records.facts),
    best: sessionFacts([...best, ...coming]),
    events: byKind((kind) => records.facts.filter((fact) => fact.kind === kind).map((fact) => eventOf(fact, records))),
    hints: byKind((kind) => hintsOf(kind, records)),
  };
}

/** What counts of one member at one session. */
export type CountedSession = Pick<SessionFact, 'kind' | 'status' | 'spoke'>;

/** The facts alone: what a month is scored by when a whole town is closed. */
export function sessionFacts(facts: readonly CountedSession[]): SessionFacts {
  const records = (kind: SessionKind): AttendanceStatus[] => facts.flatMap((fact) => (fact.kind === kind && fact.status !== null ? [fact.status] : []));
  const practice = records('practice').filter((status) => status !== 'exempt');
  return {
    centralized: records('centralized'),
    night: records('night'),
    group: { records: records('group'), contributed: facts.some(({ kind, spoke }) => kind === 'group' && spoke) },
    practice: { offered: practice.length > 0, verified: practice.filter(attended).length },
  };
}

/** Who is not marked yet can still be marked present, who missed it can still make it up in time. */
function bestStatus(fact: SessionFact, today: BusinessDate): AttendanceStatus | null {
  const { status, closed, date } = fact;
  if (waits(fact)) return 'made_up';
  if (status === null) return closed ? null : 'present';
  return canMakeUp(status, date, today) ? 'made_up' : status;
}

function canMakeUp(status: AttendanceStatus | null, date: BusinessDate, today: BusinessDate): boolean {
  return (status === 'absent' || status === 'leave') && addDays(date, makeUpDays) >= today;
}

/** Whoever was marked present meanwhile has nothing to wait for. */
function waits({ makeUpWaits = false, status }: SessionFact): boolean {
  return makeUpWaits && canBeMadeUp(status);
}

function eventOf(fact: SessionFact, { today, credit }: SessionRecords): MonthEvent {
  const { kind, title, number, date, status, evidence, guest, spoke } = fact;
  const named = number === null ? title : `第${number}期：${title}`;
  if (status === null) return { date, title: named, evidence: '还没有到场记录', effect: unmarked(fact) };
  const said = `${attendanceStatusNames[status]}，${evidence}${kind === 'group' && spoke ? '，发了言' : ''}`;
  return { date, title: named, evidence: guest ? `${said}（随别的组参加）` : said, effect: `${worth(credit[status])}${makeUpWords(fact, today)}` };
}

function unmarked(fact: SessionFact): string {
  if (waits(fact)) return '补学在核实';
  return fact.closed ? '不计' : '等组长点名';
}

function makeUpWords(fact: SessionFact, today: BusinessDate): string {
  if (waits(fact)) return '，补学在核实';
  return canMakeUp(fact.status, fact.date, today) ? `，${dateInChinese(addDays(fact.date, makeUpDays))}前可以补学` : '';
}

function worth(credit: string | null): string {
  if (credit === null) return '不计';
  if (credit === '0') return '没有记';
  return credit === '0.5' ? '记半次' : `记${credit}次`;
}

function hintsOf(kind: SessionKind, { facts, coming, today }: SessionRecords): string[] {
  const ahead = coming.filter((session) => session.kind === kind).length;
  const ofKind = facts.filter((fact) => fact.kind === kind);
  const waiting = ofKind.filter(waits).length;
  const toMakeUp = ofKind.filter((fact) => !waits(fact) && canMakeUp(fact.status, fact.date, today)).length;
  return [
    ...(ahead > 0 ? [`还有${ahead}场${sessionKindNames[kind]}`] : []),
    ...(toMakeUp > 0 ? [`有${toMakeUp}场可以补学`] : []),
    ...(waiting > 0 ? [`有${waiting}场补学在核实`] : []),
  ];
}

function byKind<T>(of: (kind: SessionKind) => T[]): Partial<Record<DimensionKey, T[]>> {
  return Object.fromEntries(kinds.map((kind) => [kind, of(kind)]).filter(([, list]) => (list as T[]).length > 0));
}
