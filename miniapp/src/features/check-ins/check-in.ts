import { useState } from 'react';
import type { Theme } from '../week/week';
import { type Draft, useDraft } from './draft';
import { useHandIn } from './hand-in';
import { type CheckIn, useOwnCheckIn } from './own-check-in';

export type CheckInView = { show: 'form'; draft: Draft; change: (part: Partial<Draft>) => void; busy: boolean; fault: string | null; handIn: () => void } | { show: 'waiting' } | { show: 'done'; checkIn: CheckIn; fresh: boolean; leftOver: string | null };

/** A check-in from the empty line to the record: what is to be shown now. */
export function useCheckIn(theme: Theme, first: Draft['kind']): CheckInView {
  const { monday, weekLabel } = theme;
  const own = useOwnCheckIn(monday);
  const { draft, change, clear } = useDraft(monday, first);
  const { busy, fault, taken, handIn } = useHandIn(monday, weekLabel, clear);
  const [openedRecorded] = useState(own.state === 'recorded');
  if (taken?.monday === monday) return { show: 'done', checkIn: taken, fresh: true, leftOver: null };
  if (own.state === 'recorded') return { show: 'done', checkIn: own.checkIn, fresh: !openedRecorded && fault === null, leftOver: fault === null ? null : `${fault}。刚才这一句没有再交` };
  if (own.state === 'waiting' && !busy) return { show: 'waiting' };
  return { show: 'form', draft, change, busy, fault, handIn: () => handIn(draft) };
}

export function titleOf(view: CheckInView): string | null {
  return view.show === 'form' ? (view.draft.kind === 'voice' ? '说一句收获' : '写一句收获') : null;
}
