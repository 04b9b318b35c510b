import type { Role } from '@weidangxiao/shared/permissions.ts';
import { create } from 'zustand';
import type { Caller } from './session';
import { handset } from './storage';

/** How somebody came in on this phone, and can come in again. */
export type Entry = { readonly by: 'wechat' } | { readonly by: 'sandbox'; readonly openid: string } | { readonly by: 'demo'; readonly role: Role };
export interface Known {
  readonly id: string;
  readonly name: string;
  readonly groupName: string | null;
  readonly entry: Entry;
}

const most = 8;

/** Who has used this phone, the latest first. No token is kept with a name: whoever comes back logs in again. */
export const usePeople = create<{ known: readonly Known[] }>(() => ({ known: handset.get<Known[]>('people') ?? [] }));
usePeople.subscribe(({ known }) => handset.put('people', known));

export function remember({ member }: Caller, entry: Entry): void {
  if (!member) return;
  const { id, name, groupName } = member;
  usePeople.setState(({ known }) => ({ known: [{ id, name, groupName, entry }, ...known.filter((one) => one.id !== id)].slice(0, most) }));
}

/** The name goes from the list; what this person has not yet handed in stays on the phone for them. */
export function forgetPerson(id: string): void {
  usePeople.setState(({ known }) => ({ known: known.filter((one) => one.id !== id) }));
}
