import type { ErrorBody } from '@weidangxiao/shared/errors.ts';
import type { RollStatus } from '@weidangxiao/shared/rules/attendance.ts';
import { create } from 'zustand';
import { businessNow } from '@/platform/clock';
import { newId } from '@/platform/ids';
import { OutboxFull } from '@/platform/outbox';
import { ownerOf, useSession } from '@/platform/session';
import { shelfOf } from '@/platform/storage';

/** A mark that was made on this phone, kept until the server's roll is known to hold it. */
export interface OwnMark {
  readonly id: string;
  readonly memberId: string;
  /** null takes a mark back. */
  readonly status: RollStatus | null;
  readonly capturedAt: number;
  readonly over: readonly string[];
  /** When the server's answer came (the phone's clock); null while it has to go up. */
  readonly sentAt: number | null;
  /** The server's no: it does not count, and stays to be seen. */
  readonly refused: ErrorBody | null;
  /** Of somebody who was not on the roll when it was loaded: the name to show until the server's roll has them. */
  readonly guest?: string;
}
export type NewMark = Pick<OwnMark, 'memberId' | 'status' | 'over' | 'guest'>;
type Marks = Readonly<Record<string, readonly OwnMark[]>>;

/** Those of whoever is logged in, by session. */
export const useMarks = create<{ of: Marks }>(() => ({ of: allKept(ownerOf(useSession.getState())) }));
useSession.subscribe((now, before) => {
  if (ownerOf(now) !== ownerOf(before)) useMarks.setState({ of: allKept(ownerOf(now)) });
});

const none: readonly OwnMark[] = [];

export function useMarksOf(sessionId: string): readonly OwnMark[] {
  return useMarks(({ of }) => of[sessionId] ?? none);
}

/** On the phone before anything is sent: the app may be killed right after the tap. @throws OutboxFull */
export function addMarks(sessionId: string, marks: readonly NewMark[]): void {
  const capturedAt = businessNow();
  change(ownerOf(useSession.getState()), sessionId, (kept) => [...kept, ...marks.map((mark) => ({ ...mark, id: newId(), capturedAt, sentAt: null, refused: null }))]);
}

export function isUnsent({ sentAt, refused }: OwnMark): boolean {
  return sentAt === null && refused === null;
}

export function keptMarks(owner: string, sessionId: string): readonly OwnMark[] {
  return shelfOf(owner).get<OwnMark[]>(nameOf(sessionId)) ?? none;
}

/** Sessions of which this person has something to send. */
export function unsentSessions(owner: string): readonly string[] {
  return sessionsOf(owner).filter((sessionId) => keptMarks(owner, sessionId).some(isUnsent));
}

/** How many marks of a person wait on this phone. */
export function unsentMarks(owner: string): number {
  return sessionsOf(owner).reduce((sum, sessionId) => sum + keptMarks(owner, sessionId).filter(isUnsent).length, 0);
}

export function settleMarks(owner: string, sessionId: string, ids: ReadonlySet<string>, result: Partial<Pick<OwnMark, 'sentAt' | 'refused'>>): void {
  change(owner, sessionId, (kept) => kept.map((mark) => (ids.has(mark.id) ? { ...mark, ...result } : mark)));
}

/** The roll that was asked for at that time holds what was sent before: the phone need not keep it any longer. */
export function forgetSent(sessionId: string, askedAt: number): void {
  const owner = ownerOf(useSession.getState());
  const isKnown = ({ sentAt }: OwnMark) => sentAt !== null && sentAt <= askedAt;
  if (keptMarks(owner, sessionId).some(isKnown)) change(owner, sessionId, (kept) => kept.filter((mark) => !isKnown(mark)));
}

/** The leader has seen what was refused. */
export function forgetRefused(sessionId: string): void {
  change(ownerOf(useSession.getState()), sessionId, (kept) => kept.filter(({ refused }) => refused === null));
}

function change(owner: string, sessionId: string, by: (marks: readonly OwnMark[]) => readonly OwnMark[]): void {
  const shelf = shelfOf(owner);
  const marks = by(keptMarks(owner, sessionId));
  const others = sessionsOf(owner).filter((id) => id !== sessionId);
  if (marks.length === 0) shelf.remove(nameOf(sessionId));
  else if (!shelf.put(nameOf(sessionId), marks)) throw new OutboxFull();
  if (!shelf.put('roll-marks', marks.length === 0 ? others : [...others, sessionId])) throw new OutboxFull();
  if (owner === ownerOf(useSession.getState())) useMarks.setState(({ of }) => ({ of: { ...of, [sessionId]: marks } }));
}

function allKept(owner: string): Marks {
  return Object.fromEntries(sessionsOf(owner).map((sessionId) => [sessionId, keptMarks(owner, sessionId)]));
}

function sessionsOf(owner: string): readonly string[] {
  return shelfOf(owner).get<string[]>('roll-marks') ?? [];
}

function nameOf(sessionId: string): string {
  return `roll-marks/${sessionId}`;
}
