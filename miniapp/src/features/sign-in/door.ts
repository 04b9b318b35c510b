import { signInWindow } from '@weidangxiao/shared/rules/sign-in.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { businessNow } from '@/platform/clock';
import { type Session, useMySessions } from '../sessions/sessions';

export const signInPage = 'packages/sessions/sign-in/index';

/** Today's session to sign in at: the one under way or about to begin, else today's next. The server decides by the code. */
export function useSessionAtDoor(): Session | null {
  const today = businessDate(businessNow());
  const live = (useMySessions(today, today).value ?? []).filter(({ state, endsAt }) => (state === 'planned' || state === 'open') && endsAt > businessNow());
  return live.find(isDoorOpen) ?? live[0] ?? null;
}

/** While its code is alive: from half an hour before the start to the end. */
export function isDoorOpen({ state, startsAt, endsAt }: Pick<Session, 'state' | 'startsAt' | 'endsAt'>): boolean {
  const { opensAt, closesAt } = signInWindow({ startsAt, endsAt, closedAt: null });
  return (state === 'planned' || state === 'open') && opensAt <= businessNow() && businessNow() < closesAt;
}

export function doorOpensAt({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>): number {
  return signInWindow({ startsAt, endsAt, closedAt: null }).opensAt;
}
