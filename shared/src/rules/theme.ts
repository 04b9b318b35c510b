import { type BusinessDate, businessDate, pushInstant, startOf, weekday, weekEndsAt } from './week.ts';

const remindHour = 9;

export type ThemeState = 'draft' | 'in_review' | 'scheduled' | 'sent' | 'missed';
export type ThemeEvent = 'submit' | 'return' | 'approve' | 'withdraw' | 'push' | 'miss';

/** The whole machine: what is not here cannot happen. A sent theme is only ever corrected by a visible revision. */
const moves: Readonly<Record<ThemeState, Partial<Record<ThemeEvent, ThemeState>>>> = {
  draft: { submit: 'in_review', miss: 'missed' },
  in_review: { return: 'draft', approve: 'scheduled', withdraw: 'draft', miss: 'missed' },
  scheduled: { withdraw: 'draft', push: 'sent', miss: 'missed' },
  sent: {},
  missed: {},
};

export const themeStateNames: Readonly<Record<ThemeState, string>> = {
  draft: '草稿',
  in_review: '待审',
  scheduled: '已排期',
  sent: '已发出',
  missed: '没发出',
};

/** The next state, or null where this event cannot happen. */
export function moveTheme(state: ThemeState, event: ThemeEvent): ThemeState | null {
  return moves[state][event] ?? null;
}

/** Nobody approves what they wrote or changed themselves. */
export function mayApprove(authorIds: readonly string[], approverId: string): boolean {
  return !authorIds.includes(approverId);
}

export type PushVerdict = 'not_yet' | 'due' | 'not_approved' | 'missed' | 'done';

/** What Monday asks of a theme at this instant (epoch ms): due from 08:00 until the week ends, never afterwards. */
export function pushDue({ monday, state, now }: { monday: BusinessDate; state: ThemeState; now: number }): PushVerdict {
  if (state === 'sent' || state === 'missed') return 'done';
  if (now < pushInstant(monday)) return 'not_yet';
  if (now >= weekEndsAt(monday)) return 'missed';
  return state === 'scheduled' ? 'due' : 'not_approved';
}

/** Friday and Sunday from 09:00: the times to say that the coming Monday's theme is not approved yet. */
export function mayRemindAt(instant: number): boolean {
  const today = businessDate(instant);
  return [5, 7].includes(weekday(today)) && instant >= startOf(today) + remindHour * 3_600_000;
}
