import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Permission, Role } from '@weidangxiao/shared/permissions.ts';
import { reachOf } from '@weidangxiao/shared/permissions.ts';
import { create } from 'zustand';
import { handset, shelfOf, type Shelf } from './storage';

export type Caller = Answer<'getCurrentLogin'>;
export type LoggedIn = Extract<Answer<'createLogin'>, { state: 'logged_in' }>;

interface Session {
  readonly token: string | null;
  readonly caller: Caller | null;
  /** Whose public week a guest reads: from a shared card, a code, or the demo. */
  readonly guestTown: string | null;
  /** The login ran out while the app was in use; what was written is still on the phone. */
  readonly ended: boolean;
}

const kept = handset.get<Pick<Session, 'token' | 'caller' | 'guestTown'>>('session');

export const useSession = create<Session>(() => ({ token: kept?.token ?? null, caller: kept?.caller ?? null, guestTown: kept?.guestTown ?? null, ended: false }));
useSession.subscribe(({ token, caller, guestTown }) => handset.put('session', { token, caller, guestTown }));

export function beginSession({ token, caller }: Pick<LoggedIn, 'token' | 'caller'>): void {
  useSession.setState({ token, caller, ended: false });
}

export function renewCaller(caller: Caller): void {
  useSession.setState({ caller });
}

/** `ended` when the server no longer knows the token, rather than the person leaving. */
export function endSession({ ended }: { ended: boolean }): void {
  useSession.setState({ token: null, caller: null, ended });
}

export function visitTown(code: string): void {
  useSession.setState({ guestTown: code });
}

/** The id under which things are kept for whoever uses the phone now. */
export function ownerOf({ caller }: Pick<Session, 'caller'>): string {
  return caller?.member?.id ?? caller?.operator?.id ?? 'guest';
}

export function ownShelf(): Shelf {
  return shelfOf(ownerOf(useSession.getState()));
}

/** `?town=` for routes that a guest may read; the server takes a member's own town. */
export function townQuery(): { town?: string } {
  const { caller, guestTown } = useSession.getState();
  return caller?.member || !guestTown ? {} : { town: guestTown };
}

export function holds(caller: Caller | null, role: Role): boolean {
  return caller?.roles.includes(role) ?? false;
}

/** Whether to show what needs this capability; the server decides again. */
export function may(caller: Caller | null, permission: Permission): boolean {
  return reachOf(permission, caller?.roles ?? []) !== null;
}
