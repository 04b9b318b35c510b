import type { Answer } from '@weidangxiao/shared/contract/all.ts';

export type HoursRow = Answer<'listStudyHours'>['items'][number];

/** Less than the months that are over would have brought. */
export function isBehind({ hours, due }: Pick<HoursRow, 'hours' | 'due'>): boolean {
  return Number(hours) < Number(due);
}

/** What the year still asks for, as it is read. */
export function stillMissing({ missing }: Pick<HoursRow, 'missing'>): string {
  return missing === '0' ? '够了' : missing;
}
