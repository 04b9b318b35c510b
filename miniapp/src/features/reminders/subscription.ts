import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type Subscription = Answer<'getMySubscription'>;
export type Kind = Subscription['kinds'][number];

/** What WeChat may remind this member of, and how often still. It has to be there before the tap that asks for more. */
export function useSubscription(): Stored<Subscription> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(member ? 'subscription' : null, () => call('getMySubscription'));
}

/** Those of these that the host has a template for. A copy that this phone kept from before may know none. */
export function offered(subscription: Subscription | null, kinds: readonly Kind['kind'][]): Kind[] {
  return ((subscription as Partial<Subscription> | null)?.kinds ?? []).filter(({ kind }) => kinds.includes(kind));
}
