import type { SessionKind, SessionState } from '@weidangxiao/shared/rules/study-session.ts';
import { call } from '../../platform/request.ts';
import type { Session } from './session-words.ts';

export interface SessionFilter {
  groupId: string;
  kind: string;
  state: string;
}

const pageSize = 100;

/** All sessions between two dates, both included, in the order of their start: some thirty a month for thirteen groups. */
export async function sessionsBetween(from: string, to: string, { groupId, kind, state }: SessionFilter): Promise<Session[]> {
  const query = { from, to, groupId: groupId || undefined, kind: (kind || undefined) as SessionKind | undefined, state: (state || undefined) as SessionState | undefined, pageSize };
  const first = await call('listStudySessions', { query });
  const sessions = [...first.items];
  for (let page = 2; sessions.length < first.total; page += 1) sessions.push(...(await call('listStudySessions', { query: { ...query, page } })).items);
  return sessions;
}
