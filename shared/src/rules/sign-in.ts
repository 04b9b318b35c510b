const minute = 60_000;
const opensBefore = 30 * minute;
const inTimeUntil = 15 * minute;

export interface SessionTimes {
  readonly startsAt: number;
  readonly endsAt: number;
  /** When it was closed out; null while it was not. */
  readonly closedAt: number | null;
}

/** While a session's code is alive: from half an hour before the start to the end, or the close-out if that is earlier. */
export function signInWindow({ startsAt, endsAt, closedAt }: SessionTimes): { opensAt: number; closesAt: number } {
  return { opensAt: startsAt - opensBefore, closesAt: closedAt === null ? endsAt : Math.min(endsAt, closedAt) };
}

export type SignInVerdict =
  | { readonly state: 'too_early'; readonly opensAt: number }
  | { readonly state: 'counts'; readonly status: 'present' | 'late' }
  /** For the leader; `status` is what the phone's own time would make it. */
  | { readonly state: 'waiting'; readonly status: 'present' | 'late' };

/**
 * Judged by the time of receipt. A phone that was offline may have been there in time: what would be late or too late
 * by receipt and was captured earlier waits for the leader, as does whatever comes after the end.
 */
export function judgeSignIn(times: SessionTimes, capturedAt: number, receivedAt: number): SignInVerdict {
  const { opensAt, closesAt } = signInWindow(times);
  if (receivedAt < opensAt) return { state: 'too_early', opensAt };
  const byPhone = statusAt(times, Math.min(capturedAt, receivedAt));
  if (receivedAt >= closesAt) return { state: 'waiting', status: byPhone };
  const byReceipt = statusAt(times, receivedAt);
  return byReceipt === byPhone ? { state: 'counts', status: byReceipt } : { state: 'waiting', status: byPhone };
}

function statusAt({ startsAt }: SessionTimes, instant: number): 'present' | 'late' {
  return instant < startsAt + inTimeUntil ? 'present' : 'late';
}

/** Six digits that tell one printed sheet from another; made from the session's id, so that paper and phone agree without asking. */
export function pageCodeOf(sessionId: string): string {
  return String(Number.parseInt(sessionId.slice(-10), 16) % 1_000_000).padStart(6, '0');
}

/** Where a mini-program code leads; its `scene` is the query. */
export const signInPage = 'packages/sessions/sign-in/index';
