import { useState } from 'react';
import { businessNow } from '@/platform/clock';
import { sentenceOf } from '@/platform/failure';
import { newId } from '@/platform/ids';
import { say } from '@/platform/navigation';
import { dismiss, OutboxFull, type Outcome, send } from '@/platform/outbox';
import type { LeaveReason } from '@weidangxiao/shared/rules/leave.ts';
import type { MakeUpWay } from '@weidangxiao/shared/rules/make-up.ts';

interface About {
  readonly id: string;
  readonly title: string;
}
interface HandIn<Said> {
  readonly busy: boolean;
  readonly fault: string | null;
  readonly handIn: (said: Said) => void;
}

/** Asks the leader; kept on the phone while there is no network. */
export function useAskLeave(session: About, onDone: () => void): HandIn<{ reason: LeaveReason; text: string }> {
  return useHandIn(onDone, ({ reason, text }, clientId) =>
    send('createLeave', { body: { clientId, sessionId: session.id, reason, text: text.trim() || null, capturedAt: businessNow() } }, { label: `“${session.title}”请假` }),
  );
}

/** Tells the leader what was made up; kept on the phone while there is no network. */
export function useMakeUp(session: About, onDone: () => void): HandIn<{ way: MakeUpWay; text: string; on: string }> {
  return useHandIn(onDone, ({ way, text, on }, clientId) =>
    send('createMakeUp', { body: { clientId, sessionId: session.id, way, text: text.trim(), on, capturedAt: businessNow() } }, { label: `“${session.title}”补学` }),
  );
}

function useHandIn<Said>(onDone: () => void, deliver: (said: Said, clientId: string) => Promise<Outcome<'createLeave'> | Outcome<'createMakeUp'>>): HandIn<Said> {
  const [{ busy, fault }, setState] = useState<{ busy: boolean; fault: string | null }>({ busy: false, fault: null });
  const handIn = (said: Said) => {
    if (busy) return;
    const clientId = newId();
    setState({ busy: true, fault: null });
    const ended = (words: string | null) => setState({ busy: false, fault: words });
    deliver(said, clientId).then(
      (outcome) => {
        if (outcome.state === 'refused') {
          // Told here, beside what was written.
          dismiss(clientId);
          return ended(outcome.body.message);
        }
        ended(null);
        say(outcome.state === 'sent' ? '交给组长了' : '已存在本机，联网后自动上传');
        onDone();
      },
      (error: unknown) => ended(error instanceof OutboxFull ? error.message : sentenceOf(error)),
    );
  };
  return { busy, fault, handIn };
}
