import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { mayWithdraw } from '@weidangxiao/shared/rules/leave.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { businessNow } from '@/platform/clock';
import { useOutbox, type Waiting } from '@/platform/outbox';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';
import type { Session } from '../sessions/sessions';

export type Leave = Answer<'listLeaves'>['items'][number];
export type MakeUp = Answer<'listMakeUps'>['items'][number];
export type Attended = Answer<'listMyAttendance'>['items'][number];

export const leavesPage = 'packages/sessions/leaves/index';
/** A make-up comes within 14 days; a little more is looked at, so that one that was just missed is still told. */
const lookBackDays = 21;
const pageSize = 20;

/** One's own, the newest first. */
export function useMyLeaves(): Paged<Leave, Answer<'listLeaves'>> {
  return usePaged<Leave, Answer<'listLeaves'>>(useMember() && 'my-leaves', (page) => call('listLeaves', { query: { mine: 'true', page, pageSize } }));
}

export function useMyMakeUps(): Paged<MakeUp, Answer<'listMakeUps'>> {
  return usePaged<MakeUp, Answer<'listMakeUps'>>(useMember() && 'my-make-ups', (page) => call('listMakeUps', { query: { mine: 'true', page, pageSize } }));
}

/** What the record holds of the last three weeks, with the last day of a make-up where one is possible. */
export function useMyAttendance(): Stored<readonly Attended[]> {
  return useStored(useMember() && 'my-attendance', async () => {
    const to = businessDate(businessNow());
    return (await call('listMyAttendance', { query: { from: addDays(to, -lookBackDays), to, pageSize: 100 } })).items;
  });
}

/** What can still be made up and has not been handed in yet. */
export function missedOf(attendance: readonly Attended[], makeUps: readonly MakeUp[]): readonly Attended[] {
  const handedIn = new Set(makeUps.filter(({ state }) => state !== 'declined').map(({ session }) => session.id));
  const today = businessDate(businessNow());
  return attendance.filter(({ session, makeUpUntil }) => makeUpUntil !== null && makeUpUntil >= today && !handedIn.has(session.id));
}

/** The one that counts: withdrawn ones are over. */
export function leaveFor(leaves: readonly Leave[], sessionId: string): Leave | null {
  return leaves.find(({ session, state }) => session.id === sessionId && state !== 'withdrawn') ?? null;
}

export function canAsk({ state, endsAt }: Pick<Session, 'state' | 'endsAt'>): boolean {
  return (state === 'planned' || state === 'open') && businessNow() < endsAt;
}

export function canWithdraw({ state, session }: Leave): boolean {
  return (state === 'waiting' || state === 'approved') && mayWithdraw(session, businessNow());
}

/** On this phone until there is a network. */
export function useKept(route: 'createLeave' | 'createMakeUp'): readonly Waiting[] {
  const items = useOutbox((outbox) => outbox.items);
  return items.filter((item) => item.route === route && !item.refused);
}

function useMember(): string | null {
  return useSession(({ caller }) => caller?.member?.id ?? null);
}
