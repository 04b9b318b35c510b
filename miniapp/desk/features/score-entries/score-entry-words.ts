import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type ScoreEntryKind, scoreEntryKindNames } from '@weidangxiao/shared/rules/score-entry.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';

export type ScoreEntries = Answer<'listScoreEntries'>;
export type ScoreEntry = ScoreEntries['items'][number];
export type ScoreProposal = Answer<'listScoreProposals'>['items'][number];
export type OpeningEntry = Answer<'listOpeningEntries'>['items'][number];
export type Show = 'points' | 'results' | 'talk';

/** '2.00' is said as 2. */
export const plainPoints = (points: string): string => points.replace(/\.?0+$/, '');

/** 加2分, 扣0.5分, 成果6.5分, 谈话. */
export function entryText({ kind, points }: { kind: ScoreEntryKind; points: string | null }): string {
  if (points === null) return '谈话';
  return `${{ bonus: '加', deduction: '扣', results: '成果', talk: '' }[kind]}${plainPoints(points)}分`;
}

/** What a period's entries are called in a sentence: 2026年11月的加分. */
export function entryTitle({ kind, period, member }: Pick<ScoreEntry, 'kind' | 'period' | 'member'>): string {
  return `${member.name}${periodInChinese(period)}的${scoreEntryKindNames[kind]}`;
}

/** What an opening entry brings: 86.20, 未评, 12.5学时. */
export function openingText({ period, figure }: Pick<OpeningEntry, 'period' | 'figure'>): string {
  if (figure === null) return '未评';
  return period.length === 4 ? `${plainPoints(figure)}学时` : figure;
}
