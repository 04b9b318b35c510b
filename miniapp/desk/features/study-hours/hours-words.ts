import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type HoursRow = Answer<'listStudyHours'>['items'][number];

/** Less than the months that are over would have brought. */
export function isBehind({ hours, due }: Pick<HoursRow, 'hours' | 'due'>): boolean {
  return Number(hours) < Number(due);
}
