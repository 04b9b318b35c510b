import { leaveStateNames } from '@weidangxiao/shared/rules/leave.ts';
import { type ReactNode, useState } from 'react';
import { Button } from '@/components/Button';
import { Chip } from '@/components/Chip';
import type { Session } from '../sessions/sessions';
import { canAsk, leaveFor, useKept, useMyLeaves } from './leaves';
import { LeaveSheet } from './LeaveSheet';

export interface LeaveActs {
  /** For one line of a list of sessions: 请假, or what has become of it. Null where there is nothing to ask for. */
  readonly act: (session: Session) => ReactNode;
  /** For the page's `over`. */
  readonly sheet: ReactNode;
}

/** 请假 beside the sessions of a list. */
export function useLeaveActs(size: 'm' | 'small' = 'small'): LeaveActs {
  const { items, first } = useMyLeaves();
  const kept = useKept('createLeave');
  const [asking, setAsking] = useState<Session | null>(null);
  const close = () => setAsking(null);
  const done = () => {
    close();
    first.reload();
  };
  const act = (session: Session) => {
    if (kept.some(({ request }) => request.body['sessionId'] === session.id)) return <Chip tone="amber">已存，等上传</Chip>;
    const leave = leaveFor(items, session.id);
    if (leave) return <Chip tone={leave.state === 'approved' ? 'green' : 'amber'}>{`请假${leaveStateNames[leave.state]}`}</Chip>;
    if (!canAsk(session)) return null;
    return (
      <Button kind={size === 'm' ? 'plain' : 'line'} size={size} grow={size === 'm'} onTap={() => setAsking(session)}>
        请假
      </Button>
    );
  };
  return { act, sheet: asking && <LeaveSheet session={asking} onDone={done} onClose={close} /> };
}
