import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { useEffect, useMemo, useRef } from 'react';
import { call } from '@/platform/request';
import { type Stored, store, useStored } from '@/platform/stored';
import { forgetSent, isUnsent, type OwnMark, useMarksOf } from './marks';
import { peopleOf, type RollPerson, type SheetRow } from './roll-people';

type Sheet = Answer<'listAttendance'>;
/** `askedAt`: when this phone asked, by its own clock; what it had sent before is in it. */
export interface Roll {
  readonly askedAt: number;
  readonly state: Sheet['state'];
  readonly items: readonly SheetRow[];
}

const pageSize = 200;
/** Another phone may mark the same roll. */
const lookAgainMs = 20_000;

/** Everybody who is expected, with what stands about them; this phone's own marks count at once. */
export function useRoll(sessionId: string | null): { stored: Stored<Roll>; people: readonly RollPerson[]; waiting: number; refused: readonly OwnMark[] } {
  const stored = useStored(sessionId ? keyOf(sessionId) : null, () => loadRoll(sessionId ?? ''));
  const marks = useMarksOf(sessionId ?? '');
  const { value: roll, reload } = stored;
  const sent = marks.filter(({ sentAt }) => sentAt !== null).length;
  const before = useRef(sent);
  useEffect(() => {
    if (sent > before.current) reload();
    before.current = sent;
  }, [sent, reload]);
  const askedAt = roll?.askedAt ?? null;
  useEffect(() => {
    if (sessionId && askedAt !== null) forgetSent(sessionId, askedAt);
  }, [sessionId, askedAt]);
  const people = useMemo(() => (roll ? peopleOf(roll.items, roll.askedAt, marks) : []), [roll, marks]);
  return { stored, people, waiting: marks.filter(isUnsent).length, refused: marks.filter((mark) => mark.refused !== null) };
}

/** While the page is open the roll is looked at again now and then. */
export function useLookAgain(reload: () => void): void {
  useEffect(() => {
    const timer = setInterval(reload, lookAgainMs);
    return () => clearInterval(timer);
  }, [reload]);
}

/** So that a roll that was never opened opens without a network. */
export function keepRollReady(sessionId: string): void {
  void store(keyOf(sessionId), () => loadRoll(sessionId));
}

async function loadRoll(sessionId: string): Promise<Roll> {
  const askedAt = Date.now();
  const load = (page: number) => call('listAttendance', { params: { id: sessionId }, query: { page, pageSize } });
  const { state, items, total } = await load(1);
  const rest = await Promise.all(Array.from({ length: Math.ceil(total / pageSize) - 1 }, (_, at) => load(at + 2)));
  return { askedAt, state, items: [...items, ...rest.flatMap((page) => page.items)] };
}

function keyOf(sessionId: string): string {
  return `roll/${sessionId}`;
}
