import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type BusinessDate, dateInChinese, startOf } from '@weidangxiao/shared/rules/week.ts';

export type Progress = Answer<'listVoteProgress'>;
export type Circle = Progress['circles'][number];
export type Box = Answer<'getPaperBox'>;

const day = 24 * 3_600_000;

export const votesPlace = (month: string): string => `#/months/${month}/votes`;
export const boxPlace = (month: string, circleId: string): string => `${votesPlace(month)}/${circleId}`;

export function namesOf({ groups }: Pick<Circle, 'groups'>): string {
  return groups.map(({ name }) => name).join('、');
}

export function daysLeft({ state, voteFrom, voteUntil }: Pick<Progress, 'state' | 'voteFrom' | 'voteUntil'>, today: BusinessDate): string {
  if (state === 'coming') return `${dateInChinese(voteFrom)}到${dateInChinese(voteUntil)}`;
  if (state === 'closed') return `${dateInChinese(voteUntil)}已截止`;
  const days = Math.round((startOf(voteUntil) - startOf(today)) / day);
  return days === 0 ? '今天晚上截止' : `${dateInChinese(voteUntil)}截止，还有${days}天`;
}

/** What one of the circles wants to have done about it; null where nothing does. */
export function wantOf({ votes, voted, needed, people, handed, paper }: Circle, state: Progress['state']): { words: string; amber: boolean } | null {
  if (!votes) return { words: state === 'coming' ? `只有${people}人，凑不够${needed}票` : '人少，这个月不评，按学习得分算', amber: state === 'coming' };
  if (state === 'coming') return null;
  if (state === 'closed' && handed > 0 && paper !== 'added') return { words: `${handed}张纸质票还没计入`, amber: true };
  if (state === 'closed' && voted !== null && voted <= needed) return { words: voted < needed ? `不够${needed}票，按学习得分算` : `有的人不够${needed}票，这些人按学习得分算`, amber: false };
  return null;
}

export function paperWords({ handed, paper }: Circle): string {
  if (paper === 'none') return '没有发';
  if (paper === 'handing') return `发出${handed}张`;
  return paper === 'counting' ? `发出${handed}张，正在录` : `${handed}张已计入`;
}
