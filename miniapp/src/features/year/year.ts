import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type Year = Answer<'getMyAnnualScore'>;
export type YearMonth = Year['months'][number];
export type Dimensions = Answer<'getGroupDimensions'>;

export const yearPage = 'packages/record/year/index';
export const dimensionsPage = 'packages/leader/dimensions/index';

export function useMyYear(year: string): Stored<Year> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(member && `year/${year}`, () => call('getMyAnnualScore', { params: { year } }));
}

/** A group that the person leads; null: none. */
export function useDimensions(groupId: string | null, year: string): Stored<Dimensions> {
  return useStored(groupId && `dimensions/${groupId}/${year}`, () => call('getGroupDimensions', { params: { id: groupId ?? '', year } }));
}
