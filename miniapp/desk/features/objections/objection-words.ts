import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { answerers, type AnswererFault, objectionWayNames, stepOf, verdictNames } from '@weidangxiao/shared/rules/objection.ts';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { dateWithYear } from '../../platform/clock.ts';

export type Objection = Answer<'listObjections'>['items'][number];
export type ObjectionAnswer = Objection['answers'][number];

/** 2026年10月的“小组研讨学习” */
export function subjectOf({ period, about }: Pick<Objection, 'period' | 'about'>): string {
  return `${periodInChinese(period)}的“${objectionAboutName(about)}”`;
}

export function howItCame({ way, loggedBy, receivedOn }: Objection): string {
  return `${objectionWayNames[way]}${loggedBy ? `，${loggedBy.name}代记` : ''}，${dateWithYear(receivedOn)}收到`;
}

/** The answer of the step that it is in; undefined while nobody has written one. */
export function currentAnswer({ answers, state }: Pick<Objection, 'answers' | 'state'>): ObjectionAnswer | undefined {
  return answers.find(({ step }) => step === stepOf(state));
}

export function signedSoFar({ signedBy, on }: ObjectionAnswer): string {
  const names = signedBy.map(({ name }) => name).join('、');
  return on === null ? `${names}签了，还差${answerers - signedBy.length}人` : `${names}，${dateWithYear(on)}签定`;
}

/** 更正，加2.00分 */
export function verdictInWords({ verdict }: ObjectionAnswer, points: string | null): string {
  if (verdict === 'kept' || points === null) return verdictNames[verdict];
  return `${verdictNames[verdict]}，${points.startsWith('-') ? `减${points.slice(1)}` : `加${points}`}分`;
}

/** Why somebody may not be one of the three. */
export const mayNotWords: Readonly<Record<AnswererFault, string>> = {
  own: '这是你自己提的，请三位别的同志答复',
  logged: '这条是你代记的，请三位别的同志答复',
  recorded: '这一项的记录是你做的，或是你带的小组，请三位别的同志答复',
  answered: '第一次答复你签过，复议请三位别的同志',
};
