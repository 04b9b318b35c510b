import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { may, useSession } from '@/platform/session';
import type { Leave, MakeUp } from './leaves';

export const decisionsPage = 'packages/leader/leaves/index';

/** Leaves that wait for this leader's word, one's own never. */
export function useWaitingLeaves(): Paged<Leave, Answer<'listLeaves'>> {
  return usePaged<Leave, Answer<'listLeaves'>>(useDecider() && 'waiting-leaves', (page) => call('listLeaves', { query: { state: 'waiting', page, pageSize: 20 } }));
}

export function useWaitingMakeUps(): Paged<MakeUp, Answer<'listMakeUps'>> {
  return usePaged<MakeUp, Answer<'listMakeUps'>>(useDecider() && 'waiting-make-ups', (page) => call('listMakeUps', { query: { state: 'waiting', page, pageSize: 20 } }));
}

/** Nobody decides about themselves. */
export function ofOthers<T extends { readonly member: { readonly memberId: string } }>(items: readonly T[], me: string | null): readonly T[] {
  return items.filter(({ member }) => member.memberId !== me);
}

export function useMe(): string | null {
  return useSession(({ caller }) => caller?.member?.id ?? null);
}

function useDecider(): string | null {
  return useSession(({ caller }) => (may(caller, 'leaves.decide') ? (caller?.member?.id ?? null) : null));
}
