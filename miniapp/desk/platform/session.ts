import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type Permission, type Reach, reachOf } from '@weidangxiao/shared/permissions.ts';
import { create } from 'zustand';
import { asFailure, type Failure } from './failure.ts';
import { call, whenLoginEnds } from './request.ts';
import { replacePath } from './router.ts';
import { token } from './token.ts';
import { useWide } from './use-wide.ts';

export type Caller = Answer<'getCurrentLogin'>;
export type LoggedIn = Answer<'createDemoLogin'>;

interface Session {
  /** `ended`: the server no longer knows the login, while the person was at work; what they have written stays until they are back. */
  state: 'looking' | 'out' | 'in' | 'ended' | 'unreachable';
  caller: Caller | null;
  /** Why the last login ended, if it did not end by the person's own wish. */
  words: string | null;
  failure: Failure | null;
}

export const useSession = create<Session>(() => ({ state: 'looking', caller: null, words: null, failure: null }));

/** Takes up the login that this tab still holds, if any. */
export async function resumeSession(): Promise<void> {
  if (!token.read()) return useSession.setState({ state: 'out' });
  useSession.setState({ state: 'looking', failure: null });
  try {
    useSession.setState({ state: 'in', caller: await call('getCurrentLogin', {}) });
  } catch (error) {
    const failure = asFailure(error);
    if (token.read()) useSession.setState({ state: 'unreachable', failure });
  }
}

/** After something that changes who one is or where: takes it up without leaving the page. */
export async function refreshCaller(): Promise<void> {
  useSession.setState({ caller: await call('getCurrentLogin', {}) });
}

export function beginSession({ token: given, caller }: LoggedIn): void {
  token.keep(given);
  useSession.setState({ state: 'in', caller, words: null });
}

/** Somebody who does not log in again: the work is put away. */
export function giveUpSession(): void {
  useSession.setState({ state: 'out', caller: null });
  replacePath('/');
}

export async function endSession(): Promise<void> {
  await call('endCurrentLogin', {}).catch(() => undefined);
  token.forget();
  useSession.setState({ state: 'out', caller: null, words: null });
  // Whoever comes next begins at the beginning.
  replacePath('/');
}

whenLoginEnds((words) => {
  token.forget();
  useSession.setState(({ caller }) => ({ state: caller ? 'ended' : 'out', words }));
});

/** How far this person may go with a capability; null: not at all. */
export function useReach(permission: Permission): Reach | null {
  return useSession(({ caller }) => reachOf(permission, caller?.roles ?? []));
}

/** The groups that this person leads, in the server's order. */
export function useLed(): readonly { id: string; name: string }[] {
  return useSession(({ caller }) => caller?.leads ?? none);
}
const none: readonly { id: string; name: string }[] = [];

/** Tells for which groups this person may do it: an admin for all and for the town itself (null), a leader for their own. */
export function useMayFor(permission: Permission): (groupId: string | null) => boolean {
  const reach = useReach(permission);
  const led = useLed();
  return (groupId) => reach === 'town' || (reach === 'group' && led.some(({ id }) => id === groupId));
}

/** Whether there is any group for which this person may do it. */
export function useMaySomewhere(permission: Permission): boolean {
  const reach = useReach(permission);
  const led = useLed();
  return reach === 'town' || (reach === 'group' && led.length > 0);
}

/** Work for a desk: on a narrow screen one reads and approves, planning and paperwork wait. */
const deskWork: ReadonlySet<Permission> = new Set(['themes.write', 'lessons.write', 'members.write', 'roles.write', 'groups.write', 'roster-imports.write', 'town.write', 'towns.create']);

/** Whether this person may do it, here, for the whole town (or, as an operator, for the host). */
export function useMay(permission: Permission): boolean {
  const reach = useReach(permission);
  const wide = useWide();
  return (reach === 'town' || reach === 'host') && (wide || !deskWork.has(permission));
}
