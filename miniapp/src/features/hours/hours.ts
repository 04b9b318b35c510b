import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { businessNow } from '@/platform/clock';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type Hours = Answer<'getMyHours'>;
export const hoursPage = 'packages/record/hours/index';

/** One's own statement of a year: what was closed out, the oldest first. */
export function useMyHours(year: string): Stored<Hours> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(member && `hours/${year}`, () => call('getMyHours', { params: { year }, query: { pageSize: 400 } }));
}

export function thisYear(): string {
  return businessDate(businessNow()).slice(0, 4);
}

/** In one sentence, for the large version and for screen readers. */
export function hoursSpoken({ year, hours, required, missing }: Pick<Hours, 'year' | 'hours' | 'required' | 'missing'>): string {
  if (Number(required) === 0) return `${year}年学了${hours}学时，今年没有规定要学多少。`;
  return Number(missing) > 0 ? `${year}年学了${hours}学时，要学${required}，还差${missing}。` : `${year}年学了${hours}学时，要学${required}，够了。`;
}
