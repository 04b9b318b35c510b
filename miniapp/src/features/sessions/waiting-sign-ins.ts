import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { say } from '@/platform/navigation';
import { type Outcome, send, useOutbox } from '@/platform/outbox';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { may, useSession } from '@/platform/session';
import { useReloadOnceSent } from '../groups/group-week';

type Waiting = Answer<'listWaitingSignIns'>;
export type WaitingSignIn = Waiting['items'][number];

/** Sign-ins that came too late to count by themselves, without those that this phone has decided already. */
export function useWaitingSignIns(sessionId?: string): Paged<WaitingSignIn, Waiting> {
  const decides = useSession(({ caller }) => may(caller, 'attendance.write'));
  const paged = usePaged<WaitingSignIn, Waiting>(decides ? `sign-ins-waiting/${sessionId ?? 'all'}` : null, (page) => call('listWaitingSignIns', { query: { page, pageSize: 50, ...(sessionId ? { sessionId } : {}) } }));
  useReloadOnceSent(['decideSignIn'], paged.first.reload);
  const decided = useOutbox(({ items }) => items.filter(({ route, refused }) => route === 'decideSignIn' && !refused).map(({ request }) => (request.params as { id: string }).id).join());
  return { ...paged, items: paged.items.filter(({ id }) => !decided.includes(id)) };
}

/** Works without a network too. */
export async function decideSignIn({ id, member }: WaitingSignIn, decision: { accept: boolean; status?: 'present' | 'late'; reason: string | null }): Promise<Outcome<'decideSignIn'>> {
  const outcome = await send('decideSignIn', { params: { id }, body: decision }, { label: `${member.name}签到的决定` });
  if (outcome.state !== 'refused') say(outcome.state === 'waiting' ? '已存在本机，联网后自动上传' : decision.accept ? '算数，记上了' : '已经告诉本人');
  return outcome;
}
