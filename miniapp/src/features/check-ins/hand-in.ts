import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { useState } from 'react';
import { businessNow } from '@/platform/clock';
import { sentenceOf } from '@/platform/failure';
import { newId } from '@/platform/ids';
import { open } from '@/platform/navigation';
import { dismiss, OutboxFull, send } from '@/platform/outbox';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { useStored } from '@/platform/stored';
import { askForReminder } from '@/platform/subscribe';
import { type Draft, takeAlong } from './draft';
import type { CheckIn } from './own-check-in';

type Takeaway = Request<'createCheckIn'>['body']['takeaway'];

interface HandIn {
  readonly busy: boolean;
  readonly fault: string | null;
  /** What the server has just taken; the page celebrates this one, once. */
  readonly taken: CheckIn | null;
  /** Call it synchronously in the tap. */
  readonly handIn: (draft: Draft) => void;
}

/** 完成打卡: login and consent only now, a reminder asked for in the same tap, then into the outbox. */
export function useHandIn(monday: string, weekLabel: string, clear: () => void): HandIn {
  const caller = useSession((session) => session.caller);
  const subscription = useStored(caller?.member ? 'subscription' : null, () => call('getMySubscription'));
  const [state, setState] = useState<Omit<HandIn, 'handIn'>>({ busy: false, fault: null, taken: null });

  const deliver = async (draft: Draft) => {
    const { request, attachments } = recordOf(monday, draft);
    const outcome = await send('createCheckIn', request, { label: `${weekLabel}打卡`, attachments });
    if (outcome.state === 'refused') {
      // Told here, beside what was written: not once more on the home page.
      dismiss(request.body.clientId);
      setState({ busy: false, fault: outcome.body.message, taken: null });
      return;
    }
    clear();
    setState({ busy: false, fault: null, taken: outcome.state === 'sent' ? outcome.answer : null });
  };

  const handIn = (draft: Draft) => {
    if (state.busy) return;
    if (!caller?.member) {
      takeAlong(monday);
      return open('packages/account/login/index');
    }
    if (caller.consentVersion === null) return open('packages/account/consent/index');
    void askForReminder(subscription.value?.templateIds ?? []);
    setState({ busy: true, fault: null, taken: null });
    deliver(draft).catch((error: unknown) => setState({ busy: false, fault: error instanceof OutboxFull ? error.message : sentenceOf(error), taken: null }));
  };
  return { ...state, handIn };
}

/** The body that is sent; a voice goes up first and its file's id is filled in then. */
function recordOf(monday: string, { kind, text, voice }: Draft) {
  const spoken = kind === 'voice' && voice ? voice : null;
  const takeaway: Takeaway = spoken ? { kind: 'voice', fileId: '', seconds: spoken.seconds } : { kind: 'text', text: text.trim() };
  const attachments = spoken ? [{ place: spoken.place, purpose: 'takeaway' as const, into: ['takeaway', 'fileId'] }] : [];
  return { request: { body: { clientId: newId(), monday, capturedAt: businessNow(), takeaway } }, attachments };
}
