import { holdsOn, type Span } from './span.ts';
import { type BusinessDate, addDays, businessDate, dateInChinese, isoWeek, weekClosesAt } from './week.ts';
import type { MonthFacts } from './assessment/facts.ts';

/** What is known of one Monday's check-in. `on` is the day it was written or, on paper, seen. */
export interface CheckInFact {
  readonly monday: BusinessDate;
  readonly state: 'counts' | 'late';
  readonly kind: 'text' | 'voice' | 'paper';
  readonly on: BusinessDate;
  /** Who entered a paper note. */
  readonly enteredBy: string | null;
}

export interface NoteFact {
  readonly title: string;
  readonly kind: 'group' | 'personal';
  /** The day it was handed in. */
  readonly on: BusinessDate;
}

export interface SelfStudyRecords {
  /** The month's Mondays that are this member's: their theme was sent, or still can be. */
  readonly mondays: readonly { readonly monday: BusinessDate; readonly title: string | null; readonly sent: boolean }[];
  readonly checkIns: readonly CheckInFact[];
  /** Handed in within the month and accepted. */
  readonly notes: readonly NoteFact[];
  /** Handed in within the month and not decided yet. */
  readonly notesInReview: number;
  /** Points that the rubric gives for a note. */
  readonly notePoints: string;
  readonly now: number;
  readonly monthEnded: boolean;
}

export interface MonthEvent {
  readonly date: BusinessDate;
  readonly title: string;
  readonly evidence: string;
  readonly effect: string;
}

export type SelfStudyFacts = Required<NonNullable<MonthFacts['selfStudy']>>;

export interface SelfStudyMonth {
  readonly facts: SelfStudyFacts;
  /** The same month once everything that still can be done is done. */
  readonly best: SelfStudyFacts;
  readonly events: MonthEvent[];
  /** What still can be done, in words. */
  readonly hints: string[];
}

type HeldMonday = Pick<CheckInFact, 'monday' | 'state'>;

/** On which days somebody belonged to the town, and owed nothing. */
export interface OwnDays {
  readonly belonged: readonly Span[];
  readonly exempt: readonly Span[];
}

/** Which Mondays are this member's. Whoever joined on a Tuesday, or is exempt, owes nothing for the Monday; but a check-in for it counts. */
export function ownMondays<M extends { readonly monday: BusinessDate }>(all: readonly M[], { belonged, exempt }: OwnDays, checkIns: readonly HeldMonday[]): M[] {
  const isOn = (spans: readonly Span[], date: BusinessDate): boolean => spans.some((span) => holdsOn(span, date));
  return all.filter(({ monday }) => (isOn(belonged, monday) && !isOn(exempt, monday)) || checkIns.some((checkIn) => checkIn.monday === monday));
}

/** The facts alone: what a month is scored by when a whole town is closed. `mondays` are the member's own. */
export function selfStudyFacts({ mondays, checkIns, notes }: { mondays: readonly { readonly monday: BusinessDate }[]; checkIns: readonly HeldMonday[]; notes: number }): SelfStudyFacts {
  const done = mondays.filter(({ monday }) => checkIns.some((checkIn) => checkIn.monday === monday && checkIn.state === 'counts'));
  return { mondays: mondays.length, done: done.length, notes };
}

/**
 * One member's self-study in one month. Mondays to come are counted from the month's first day, so that what is
 * recorded never shrinks when the next theme is sent.
 */
export function selfStudyMonth(records: SelfStudyRecords): SelfStudyMonth {
  const { mondays, notes, notesInReview, now, monthEnded } = records;
  const open = mondays.filter(({ monday }) => checkInOf(records, monday)?.state !== 'counts' && (checkInOf(records, monday) || now < weekClosesAt(monday)));
  const noteStillCounts = notes.length === 0 && (notesInReview > 0 || !monthEnded);
  const facts = selfStudyFacts({ ...records, notes: notes.length });
  return {
    facts,
    best: { ...facts, done: facts.done + open.length, notes: notes.length + (noteStillCounts ? 1 : 0) },
    events: [...mondays.filter(({ sent }) => sent).map((monday) => mondayEvent(records, monday)), ...notes.map((note, at) => noteEvent(note, at === 0, records.notePoints))],
    hints: [...(open.length > 0 ? [`还有${open.length}个周一可以记`] : []), ...(noteStillCounts ? [noteHint(records)] : [])],
  };
}

function checkInOf({ checkIns }: SelfStudyRecords, monday: BusinessDate): CheckInFact | undefined {
  return checkIns.find((checkIn) => checkIn.monday === monday);
}

function mondayEvent(records: SelfStudyRecords, { monday, title }: SelfStudyRecords['mondays'][number]): MonthEvent {
  const checkIn = checkInOf(records, monday);
  return { date: monday, title: `第${isoWeek(monday).week}周主题${title ? `：${title}` : ''}`, evidence: evidenceOf(checkIn), effect: effectOf(checkIn, monday, records.now) };
}

function evidenceOf(checkIn: CheckInFact | undefined): string {
  if (!checkIn) return '没有打卡';
  const on = dateInChinese(checkIn.on);
  if (checkIn.kind === 'paper') return `纸质笔记，${checkIn.enteredBy ?? '组长'}${on}看过`;
  return `${on}${checkIn.kind === 'voice' ? '说' : '写'}的一句收获`;
}

function effectOf(checkIn: CheckInFact | undefined, monday: BusinessDate, now: number): string {
  if (checkIn) return checkIn.state === 'counts' ? '记1次' : '等组长看';
  const closes = weekClosesAt(monday);
  return now < closes ? `${dateInChinese(addDays(businessDate(closes), -1))}前可以补` : '没有记';
}

function noteEvent({ title, kind, on }: NoteFact, first: boolean, points: string): MonthEvent {
  const name = kind === 'group' ? '小组心得' : '心得';
  return { date: on, title: `${name}：${title}`, evidence: `${dateInChinese(on)}交，已审过`, effect: first ? `加${points}分` : '已加过，不重复加' };
}

function noteHint({ notesInReview, notePoints }: SelfStudyRecords): string {
  return notesInReview > 0 ? `心得在审，审过加${notePoints}分` : `交一篇心得，审过加${notePoints}分`;
}
