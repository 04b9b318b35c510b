/** What a WeChat message may announce; each kind has a template of its own. */
export const doorbellKinds = ['theme', 'check_in_reminder', 'session_reminder', 'month_published', 'objection_answered'] as const;
export type DoorbellKind = (typeof doorbellKinds)[number];

/** A round of doorbells announces one thing to many. Where it stands is what people want of it; that nothing waits any more is a fact beside it. */
export const roundStates = ['ringing', 'paused', 'cancelled'] as const;
export type RoundState = (typeof roundStates)[number];
export const roundOrders = ['pause', 'resume', 'cancel', 'resend'] as const;
export type RoundOrder = (typeof roundOrders)[number];

/** Where one member's doorbell stands. */
export type DoorbellState = 'waiting' | 'sent' | (typeof unrungWhys)[number];

/** Why a doorbell did not ring for good: what can be done differs. */
export const unrungWhys = ['no_credit', 'unbound', 'refused', 'failed'] as const;

/** What may be ordered, and where it leads. A round that was stopped can ring again: those who were not reached wait anew. */
const moves: Readonly<Record<RoundState, Partial<Record<RoundOrder, RoundState>>>> = {
  ringing: { pause: 'paused', cancel: 'cancelled', resend: 'ringing' },
  paused: { resume: 'ringing', cancel: 'cancelled' },
  cancelled: { resend: 'ringing' },
};

/** Null where the order makes no sense. A round of which nothing waits can neither be paused nor stopped. */
export function roundAfter(state: RoundState, order: RoundOrder, isSettled: boolean): RoundState | null {
  if (isSettled && order !== 'resend') return null;
  return moves[state][order] ?? null;
}

/** The orders that make sense now. */
export function ordersFor(state: RoundState, isSettled: boolean): RoundOrder[] {
  return roundOrders.filter((order) => roundAfter(state, order, isSettled) !== null);
}
