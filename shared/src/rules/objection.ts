import { dimensionKeys } from './assessment/rubric.ts';
import type { PublicationKind } from './publication.ts';
import { type BusinessDate } from './week.ts';
import { addWorkingDays, type DayExceptions } from './working-days.ts';

/** The line of the receipt that somebody objects to; `whole`: the result as such. */
export const objectionAbouts = [...dimensionKeys, 'bonus', 'deduction', 'vote', 'whole'] as const;
export type ObjectionAbout = (typeof objectionAbouts)[number];

/** What people are offered to object to. A year has no lines of its own: its months were on show by themselves. */
export function aboutsOf(kind: PublicationKind): readonly ObjectionAbout[] {
  return kind === 'year' ? ['whole'] : objectionAbouts;
}

export const objectionWays = ['app', 'paper', 'spoken'] as const;
export type ObjectionWay = (typeof objectionWays)[number];
export const objectionWayNames: Readonly<Record<ObjectionWay, string>> = { app: '手机上提的', paper: '书面提的', spoken: '口头提的' };

export const verdicts = ['kept', 'changed'] as const;
export type Verdict = (typeof verdicts)[number];
export const verdictNames: Readonly<Record<Verdict, string>> = { kept: '维持', changed: '更正' };

/** `signing`: an answer is written and three have to sign it. `contested` and `resigning` are the second step. */
export const objectionStates = ['open', 'signing', 'answered', 'contested', 'resigning', 'final', 'withdrawn'] as const;
export type ObjectionState = (typeof objectionStates)[number];
export const objectionStateNames: Readonly<Record<ObjectionState, string>> = {
  ...{ open: '等答复', signing: '答复待签', answered: '已答复', contested: '要求复议', resigning: '复议待签', final: '复议已定', withdrawn: '已撤回' },
};

export const objectionActs = ['propose', 'settle', 'contest', 'withdraw'] as const;
export type ObjectionAct = (typeof objectionActs)[number];

/** What follows from what; whatever is not listed is refused. */
export const objectionMoves: Readonly<Record<ObjectionState, Readonly<Partial<Record<ObjectionAct, ObjectionState>>>>> = {
  open: { propose: 'signing', withdraw: 'withdrawn' },
  signing: { propose: 'signing', settle: 'answered', withdraw: 'withdrawn' },
  answered: { contest: 'contested' },
  contested: { propose: 'resigning', withdraw: 'withdrawn' },
  resigning: { propose: 'resigning', settle: 'final', withdraw: 'withdrawn' },
  final: {},
  withdrawn: {},
};

/** In these states the person's line is frozen, nobody else's. */
export const frozenStates = ['open', 'signing', 'contested', 'resigning'] as const satisfies readonly ObjectionState[];

export function isFrozen(state: ObjectionState): boolean {
  return (frozenStates as readonly ObjectionState[]).includes(state);
}

/** The second step is answered by three others. */
export type ObjectionStep = 1 | 2;
export function stepOf(state: ObjectionState): ObjectionStep {
  return state === 'contested' || state === 'resigning' || state === 'final' ? 2 : 1;
}

/** So many people answer, none of them the one who recorded. */
export const answerers = 3;

/** Working days after the answer in which it can be contested. */
export const daysToContest = 3;

export function contestUntil(answeredOn: BusinessDate, exceptions?: DayExceptions): BusinessDate {
  return addWorkingDays(answeredOn, daysToContest, exceptions);
}

/** Whoever might answer an objection, as far as it matters for that. */
export interface Answerer {
  readonly memberId: string;
  /** Groups that they lead: whose records they made. */
  readonly leads: readonly string[];
}

export interface ObjectionParties {
  readonly memberId: string;
  readonly groupId: string | null;
  /** Who wrote down what was said or handed in; null in the app. */
  readonly loggedBy: string | null;
  /** Who made the record that it is about, as far as the system knows. */
  readonly recordedBy: readonly string[];
  /** Who signed the first answer. */
  readonly answeredBy: readonly string[];
}

export const answererFaults = ['own', 'logged', 'recorded', 'answered'] as const;
export type AnswererFault = (typeof answererFaults)[number];

/** Why somebody may not be one of the three; null where they may. */
export function answererFault({ memberId, leads }: Answerer, parties: ObjectionParties): AnswererFault | null {
  if (memberId === parties.memberId) return 'own';
  if (memberId === parties.loggedBy) return 'logged';
  if (parties.recordedBy.includes(memberId) || (parties.groupId !== null && leads.includes(parties.groupId))) return 'recorded';
  return parties.answeredBy.includes(memberId) ? 'answered' : null;
}
