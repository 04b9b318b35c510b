import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useEffect } from 'react';
import { useOutbox, type Waiting } from '@/platform/outbox';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';

type Page = Answer<'listMyCheckIns'>;
export type CheckIn = Page['items'][number];

/** Everything that this member has left for a Monday, on the phone or on paper, the latest first. */
export function useOwnCheckIns(): Paged<CheckIn, Page> {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  const paged = usePaged<CheckIn, Page>(member ? 'my-check-ins' : null, (page) => call('listMyCheckIns', { query: { page, pageSize: 20 } }));
  const waiting = useWaitingCheckIns().length;
  const { reload } = paged.first;
  useEffect(() => {
    if (waiting === 0) reload();
  }, [waiting, reload]);
  return paged;
}

/** What is on the phone and not yet with the server. */
export function useWaitingCheckIns(): readonly Waiting[] {
  return useOutbox(({ items }) => items).filter(({ route }) => route === 'createCheckIn');
}

/** `counts` is the same for a phone and for paper. */
export function stateOf({ state }: CheckIn): { words: string; tone?: 'green' | 'amber' } {
  if (state === 'counts') return { words: '有效', tone: 'green' };
  return state === 'late' ? { words: '等组长看', tone: 'amber' } : { words: '没有记上' };
}

/** Why it does not count, or not yet. */
export function reasonOf({ state, decision }: CheckIn): string | null {
  if (state === 'late') return '交得晚了一些，组长看过同意，就照样算数。';
  return state === 'refused' ? `组长说：${decision?.reason ?? '没有写原因'}。有话可以找组长问。` : null;
}
