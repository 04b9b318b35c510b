import type { ErrorBody } from '@weidangxiao/shared/errors.ts';
import { CallFailure } from '@/platform/failure';
import { onNetworkBack } from '@/platform/network';
import { sendBefore } from '@/platform/outbox';
import { call } from '@/platform/request';
import { ownerOf, useSession } from '@/platform/session';
import { isUnsent, keptMarks, type OwnMark, settleMarks, unsentSessions } from './marks';

/** The server takes no more at once. */
const most = 200;
/** A roll goes up in batches: after the last tap the phone waits this long for another. */
const restMs = 1_200;

let timer: ReturnType<typeof setTimeout> | null = null;
let turn: Promise<unknown> = Promise.resolve();

// Who spoke has to have been there: a close-out never overtakes the roll that it rests on.
for (const route of ['closeStudySession', 'enterSignInSheet'] as const) sendBefore(route, ({ params }) => sendMarks((params as { id: string }).id));

/** Sends soon what was just marked; every further tap puts it off. */
export function sendSoon(): void {
  if (timer) clearTimeout(timer);
  timer = setTimeout(goOnSendingMarks, restMs);
}

/** Call when the app comes to the front: what was marked without a network goes up now, and whenever the network returns. */
export function goOnSendingMarks(): void {
  watching ??= watch();
  for (const sessionId of unsentSessions(ownerOf(useSession.getState()))) void sendMarks(sessionId).catch(() => undefined);
}
let watching: true | null = null;

function watch(): true {
  onNetworkBack(goOnSendingMarks);
  useSession.subscribe((now, before) => now.token !== before.token && goOnSendingMarks());
  return true;
}

/** Sends every mark of a session once; one round at a time. @throws CallFailure while the server cannot be reached */
export function sendMarks(sessionId: string): Promise<void> {
  const owner = ownerOf(useSession.getState());
  const mine = turn.then(() => round(owner, sessionId));
  turn = mine.catch(() => undefined);
  return mine;
}

async function round(owner: string, sessionId: string): Promise<void> {
  for (let batch = unsent(owner, sessionId); batch.length > 0; batch = unsent(owner, sessionId)) {
    const { token } = useSession.getState();
    if (!token || owner !== ownerOf(useSession.getState())) return;
    await attempt(owner, sessionId, batch);
  }
}

/** @returns the server's no to the last of them, if it was one */
async function attempt(owner: string, sessionId: string, batch: readonly OwnMark[]): Promise<ErrorBody | null> {
  const marks = batch.map(({ id, memberId, status, capturedAt, over }) => ({ id, memberId, status, capturedAt, over: [...over] }));
  try {
    await call('markAttendance', { params: { id: sessionId }, body: { marks } });
  } catch (error) {
    if (!(error instanceof CallFailure) || error.passing || !error.body) throw error;
    return refused(owner, sessionId, batch, error.body);
  }
  settleMarks(owner, sessionId, idsOf(batch), { sentAt: Date.now() });
  return null;
}

/** One mark can spoil a batch: a guest's absence, or what was marked after the close-out. The others still get in. */
async function refused(owner: string, sessionId: string, batch: readonly OwnMark[], body: ErrorBody): Promise<ErrorBody | null> {
  const aboutOne = body.code === 'MARK_NOT_FOR_GUEST' || body.code === 'SESSION_CLOSED';
  if (batch.length === 1 || !aboutOne) {
    settleMarks(owner, sessionId, idsOf(batch), { refused: body });
    return body;
  }
  const half = Math.ceil(batch.length / 2);
  const first = await attempt(owner, sessionId, batch.slice(0, half));
  const later = batch.slice(half);
  if (first?.code !== 'SESSION_CLOSED') return attempt(owner, sessionId, later);
  settleMarks(owner, sessionId, idsOf(later), { refused: first });
  return first;
}

function unsent(owner: string, sessionId: string): readonly OwnMark[] {
  return keptMarks(owner, sessionId).filter(isUnsent).slice(0, most);
}

function idsOf(marks: readonly OwnMark[]): ReadonlySet<string> {
  return new Set(marks.map(({ id }) => id));
}
