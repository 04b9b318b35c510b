// Points that people enter, and results of the year. Kept as hundredths: 1.5 points are 150; never a binary float.

export const pointKinds = ['bonus', 'deduction'] as const;
export type PointKind = (typeof pointKinds)[number];
export const scoreEntryKinds = [...pointKinds, 'results', 'talk'] as const;
export type ScoreEntryKind = (typeof scoreEntryKinds)[number];
export const scoreEntryKindNames: Readonly<Record<ScoreEntryKind, string>> = { bonus: '加分', deduction: '扣分', results: '成果', talk: '差评谈话' };

export const scoreProposalStates = ['waiting', 'accepted', 'declined'] as const;
export type ScoreProposalState = (typeof scoreProposalStates)[number];
export const scoreProposalStateNames: Readonly<Record<ScoreProposalState, string>> = { waiting: '等委员会定', accepted: '已采纳', declined: '没有采纳' };

/** One entry; what a month takes of all of them together is in its rubric. */
export const mostPoints = '20';
/** Of a year (ASSESSMENT.md). */
export const mostResults = '10';

/** What is wrong with points as they were typed, in words; null where nothing is. */
export function pointsFault(typed: string): string | null {
  return figureFault(typed, mostPoints) ?? (hundredthsOf(typed) === 0 ? '要大于0' : null);
}

/** Results of a year may be none. */
export function resultsFault(typed: string): string | null {
  return figureFault(typed, mostResults);
}

/** Whether this is a figure from 0 to `most` with at most two places. */
export function figureFault(typed: string, most: string): string | null {
  const text = typed.trim();
  if (/^-/.test(text)) return '不能是负数';
  const parts = /^(\d{1,6})(?:\.(\d+))?$/.exec(text);
  if (!parts) return '要写成2或1.5这样的数';
  if ((parts[2] ?? '').length > 2) return '最多两位小数';
  return hundredthsOf(text) > hundredthsOf(most) ? `不能超过${most}` : null;
}

/** '1.5' → 150; of a figure without a fault. */
export function hundredthsOf(typed: string): number {
  const [whole = '', places = ''] = typed.trim().split('.');
  return Number(whole) * 100 + Number(places.padEnd(2, '0'));
}

/** 150 → '1.50' */
export function twoPlaces(hundredths: number): string {
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${hundredths < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 150 → '1.50'; null where there is no figure. */
export function figureOf(hundredths: number | null): string | null {
  return hundredths === null ? null : twoPlaces(hundredths);
}
