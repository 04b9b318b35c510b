import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

/** The town of the member who is logged in: its name, since when there is a school, whom to call. */
export function useTown(): Stored<Answer<'getTown'>> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(member ? 'town' : null, () => call('getTown'));
}
