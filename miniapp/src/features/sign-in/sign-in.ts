import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import type { ErrorBody } from '@weidangxiao/shared/errors.ts';
import { useState } from 'react';
import { businessNow } from '@/platform/clock';
import { sentenceOf } from '@/platform/failure';
import { newId } from '@/platform/ids';
import { open } from '@/platform/navigation';
import { dismiss, OutboxFull, send, useOutbox, type Waiting } from '@/platform/outbox';
import { useSession } from '@/platform/session';

export type SignInAnswer = Answer<'createSignIn'>;
export type By = Request<'createSignIn'>['body']['by'];
export interface Helped {
  readonly memberId: string;
  readonly name: string;
}

/** What became of it: with the server, or on this phone until there is a network. */
export type Outcome = { readonly at: 'server'; readonly answer: SignInAnswer } | { readonly at: 'phone'; readonly capturedAt: number };
export type Fault = Pick<ErrorBody, 'message'> & { readonly code: ErrorBody['code'] | null };

export interface SignIn {
  readonly busy: boolean;
  readonly outcome: Outcome | null;
  readonly fault: Fault | null;
  /** How often the digits were wrong, since the last that were right. */
  readonly wrong: number;
  /** What opened the last session: good for a neighbour at the same door. */
  readonly by: By | null;
  readonly signIn: (by: By, helped: Helped | null) => void;
}

const atFirst = { busy: false, outcome: null, fault: null, wrong: 0, by: null } as const;

/** Kept on the phone first, then sent: success is said only with the server's answer in hand. */
export function useSignIn(): SignIn {
  const caller = useSession((session) => session.caller);
  const [state, setState] = useState<Omit<SignIn, 'signIn'>>(atFirst);

  const refused = (fault: Fault) => setState((before) => ({ ...before, busy: false, fault, wrong: fault.code === 'SIGN_IN_CODE_WRONG' ? before.wrong + 1 : before.wrong }));
  const deliver = async (by: By, helped: Helped | null) => {
    const body = { id: newId(), by, capturedAt: businessNow(), forMember: helped && { memberId: helped.memberId, consented: true as const } };
    const sent = await send('createSignIn', { body }, { label: helped ? `替${helped.name}签到` : '签到' });
    if (sent.state === 'refused') {
      // Told here, at the door: not once more on the home page.
      forget(body.id);
      return refused(sent.body);
    }
    setState({ ...atFirst, by, outcome: sent.state === 'sent' ? { at: 'server', answer: sent.answer } : { at: 'phone', capturedAt: body.capturedAt } });
  };

  const signIn = (by: By, helped: Helped | null) => {
    if (state.busy) return;
    if (!caller?.member) return open('packages/account/login/index');
    if (caller.consentVersion === null) return open('packages/account/consent/index');
    setState((before) => ({ ...before, busy: true, fault: null }));
    deliver(by, helped).catch((error: unknown) => refused({ code: null, message: error instanceof OutboxFull ? error.message : sentenceOf(error) }));
  };
  return { ...state, signIn };
}

/** Sign-ins that wait on this phone for a network. */
export function useKeptSignIns(): readonly Waiting[] {
  const items = useOutbox((outbox) => outbox.items);
  return items.filter(({ route, refused }) => route === 'createSignIn' && !refused);
}

function forget(id: string): void {
  const item = useOutbox.getState().items.find(({ request }) => request.body['id'] === id);
  if (item) dismiss(item.clientId);
}
