import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useEffect, useRef } from 'react';
import { useOutbox } from '@/platform/outbox';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { useStored } from '@/platform/stored';

export type CheckIn = Answer<'createCheckIn'>;

/** `waiting`: on the phone, not yet with the server. `unknown`: nobody is logged in, or nothing is known yet. */
export type OwnCheckIn = { state: 'unknown' | 'none' | 'waiting' } | { state: 'recorded'; checkIn: CheckIn };

/** What the person who is logged in has written for a Monday. */
export function useOwnCheckIn(monday: string | null): OwnCheckIn {
  const member = useSession(({ caller }) => caller?.member?.id ?? null);
  const waiting = useOutbox(({ items }) => items.filter((item) => item.route === 'createCheckIn' && !item.refused && item.request.body['monday'] === monday).length);
  const key = member && monday ? `check-ins/${monday}` : null;
  const { value, reload } = useStored(key, () => call('listMyCheckIns', { query: { monday: monday ?? undefined } }));
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting === 0 && before.current > 0) reload();
    before.current = waiting;
  }, [waiting, reload]);
  if (waiting > 0) return { state: 'waiting' };
  if (!value) return { state: 'unknown' };
  const [checkIn] = value.items;
  return checkIn ? { state: 'recorded', checkIn } : { state: 'none' };
}
