import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import { tagInChinese } from '@weidangxiao/shared/rules/member-tag.ts';
import { type SessionState, sessionFormatNames, sessionFormats, sessionKindNames, sessionKinds, sessionStateNames, sessionStates, timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import type { Choice } from '../../components/field.tsx';
import type { Tone } from '../../components/chip.tsx';

export type Session = Answer<'listStudySessions'>['items'][number];
export type SessionDetail = Answer<'getStudySession'>;
export type Roll = Answer<'listAttendance'>;
export type RollRow = Roll['items'][number];
export type Expects = Request<'createStudySession'>['body']['expects'];

const choicesOf = (keys: readonly string[], names: Readonly<Record<string, string>>): Choice[] => keys.map((value) => ({ value, label: names[value] ?? value }));
export const kindChoices = choicesOf(sessionKinds, sessionKindNames);
export const formatChoices = choicesOf(sessionFormats, sessionFormatNames);
export const stateChoices = choicesOf(sessionStates, sessionStateNames);

export const stateTones: Readonly<Record<SessionState, Tone>> = { planned: 'line', open: 'green', closed: 'gold', cancelled: 'plain' };

/** Past its end and not closed out: somebody still has to say how it was. */
export function isOverdue({ state, endsAt }: Pick<Session, 'state' | 'endsAt'>, now: number): boolean {
  return (state === 'open' || state === 'planned') && endsAt < now;
}

/** 19:30到21:00 */
export function timesOf({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): string {
  return `${timeOf(startsAt)}到${timeOf(endsAt)}`;
}

/** Whom it expects: 第三学习小组, 第一学习小组等5个组, 全镇养蜂户, 支委. */
export function whoOf({ expected }: Pick<Session, 'expected'>): string {
  if (expected.kind === 'committee') return '支委';
  if (expected.kind === 'tag') return `全镇${tagInChinese(expected.tag ?? '')}`;
  const [first, ...others] = expected.groups;
  return others.length === 0 ? (first?.name ?? '') : `${first?.name ?? ''}等${others.length + 1}个组`;
}

/** 8/11 since it was opened; nothing before. */
export function countsOf({ counts }: Pick<Session, 'counts'>): string {
  return counts ? `${counts.attended}/${counts.expected}` : '';
}

/** A place or a teacher: the register's name and the words beside it, which on the phone begin with that name. */
export function named(name: string | null | undefined, words: string | null): string {
  if (!name || !words) return name || words || '';
  return words.includes(name) ? words : `${name}，${words}`;
}
