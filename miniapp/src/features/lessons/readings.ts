import { create } from 'zustand';
import { ownerOf, useSession } from '@/platform/session';
import { shelfOf } from '@/platform/storage';

export interface Reading {
  /** How far down the text, 0 to 1; where reading goes on. */
  readonly position: number;
  /** Read to its end, or listened to it. */
  readonly done: boolean;
}
type Readings = Readonly<Record<string, Reading>>;

/** How far somebody has read, by lesson; stays on the phone and is told to nobody. */
export const useReadings = create<{ of: Readings }>(() => ({ of: kept(ownerOf(useSession.getState())) }));
useSession.subscribe((now, before) => {
  if (ownerOf(now) !== ownerOf(before)) useReadings.setState({ of: kept(ownerOf(now)) });
});

/** Once done, a lesson stays done. */
export function noteReading(lessonId: string, reading: Partial<Reading>): void {
  const owner = ownerOf(useSession.getState());
  const readings = kept(owner);
  const before = readings[lessonId] ?? { position: 0, done: false };
  write(owner, { ...readings, [lessonId]: { position: reading.position ?? before.position, done: before.done || (reading.done ?? false) } });
}

/** Somebody read first and logged in then: what the guest had read on this phone is theirs. */
export function adoptGuestReadings(): void {
  const owner = ownerOf(useSession.getState());
  if (owner === 'guest') return;
  write(owner, { ...kept('guest'), ...kept(owner) });
  shelfOf('guest').remove('readings');
}

function kept(owner: string): Readings {
  return shelfOf(owner).get<Readings>('readings') ?? {};
}

function write(owner: string, readings: Readings): void {
  shelfOf(owner).put('readings', readings);
  useReadings.setState({ of: readings });
}
