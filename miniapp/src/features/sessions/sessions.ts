import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { sessionKindNames } from '@weidangxiao/shared/rules/study-session.ts';
import { addDays, type BusinessDate, businessDate, dateInChinese, mondayOf, weekday } from '@weidangxiao/shared/rules/week.ts';
import { timeOf } from '@/components/dates';
import { businessNow } from '@/platform/clock';
import { type Paged, usePaged } from '@/platform/paged';
import { call } from '@/platform/request';
import { type Caller, useSession } from '@/platform/session';
import { type Stored, store, useStored } from '@/platform/stored';

export type Session = Answer<'listStudySessions'>['items'][number];
export type SessionDetail = Answer<'getStudySession'>;
export type SessionAction = SessionDetail['actions'][number];

/** The contract of a list never grows past this. */
const pageSize = 100;

export const pages = {
  session: 'packages/sessions/session/index',
  past: 'packages/sessions/past/index',
  plan: 'packages/leader/plan/index',
  rollCall: 'packages/leader/roll-call/index',
  code: 'packages/leader/sign-in-code/index',
  paper: 'packages/leader/sign-in-sheet/index',
  closeOut: 'packages/leader/close-out/index',
  correction: 'packages/leader/correction/index',
  waiting: 'packages/leader/sign-ins/index',
} as const;

export function useStudySession(id: string | null): Stored<SessionDetail> {
  const known = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(known && id ? keyOf(id) : null, () => loadSession(id ?? ''));
}

/** Sessions of these days at which the caller is expected, both days included. */
export function useMySessions(from: BusinessDate, to: BusinessDate): Stored<readonly Session[]> {
  const known = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(known ? `my-sessions/${from}/${to}` : null, async () => (await call('listStudySessions', { query: { from, to, mine: 'true', pageSize } })).items);
}

/** The newest first, with those that were cancelled. */
export function usePastSessions(): Paged<Session, Answer<'listStudySessions'>> {
  const known = useSession(({ caller }) => caller?.member?.id ?? null);
  const to = addDays(businessDate(businessNow()), -1);
  return usePaged<Session, Answer<'listStudySessions'>>(known ? 'past-sessions' : null, (page) => call('listStudySessions', { query: { to, mine: 'true', order: 'desc', page, pageSize: 20 } }));
}

/** What a leader has to see to: the group's own sessions from a week ago to the end of next week that are not over and done with. */
export function useLedSessions(groupId: string): Stored<readonly Session[]> {
  const monday = mondayOf(businessNow());
  return useStored(`led-sessions/${groupId}`, async () => {
    const { items } = await call('listStudySessions', { query: { from: addDays(monday, -7), to: addDays(monday, 13), groupId, pageSize } });
    return items.filter(({ state, group }) => group?.id === groupId && (state === 'planned' || state === 'open'));
  });
}

/** So that it opens without a network. */
export function keepSessionReady(id: string): void {
  void store(keyOf(id), () => loadSession(id));
}

export function loadSession(id: string): Promise<SessionDetail> {
  return call('getStudySession', { params: { id } });
}

/** Whose word counts at a session: the leader of its group, an admin everywhere. The server decides again. */
export function leads(caller: Caller | null, { group }: Pick<Session, 'group'>): boolean {
  return (caller?.roles.includes('admin') ?? false) || (group !== null && (caller?.leads.some(({ id }) => id === group.id) ?? false));
}

/** 11月12日周四 */
export function dayText(date: BusinessDate): string {
  return `${dateInChinese(date)}${weekdayName(date)}`;
}

/** 周四 */
export function weekdayName(date: BusinessDate): string {
  return `周${'一二三四五六日'[weekday(date) - 1] ?? ''}`;
}

/** 19:30–21:00; in the large version 晚上7点半到9点. */
export function spanText({ startsAt, endsAt }: Pick<Session, 'startsAt' | 'endsAt'>, elder: boolean): string {
  if (!elder) return `${timeOf(startsAt)}–${timeOf(endsAt)}`;
  const [from, to] = [timeOf(startsAt, true), timeOf(endsAt, true)];
  return `${from}到${from.slice(0, 2) === to.slice(0, 2) ? to.slice(2) : to}`;
}

/** A title often says its kind already: 夜校：冬油菜田间管理 */
export function titleWithKind({ kind, title }: Pick<Session, 'kind' | 'title'>): string {
  const name = sessionKindNames[kind];
  return title.includes(name) ? title : `${name}：${title}`;
}

export function isToday({ date }: Pick<Session, 'date'>): boolean {
  return date === businessDate(businessNow());
}

export function hasBegun({ startsAt }: Pick<Session, 'startsAt'>): boolean {
  return businessNow() >= startsAt;
}

function keyOf(id: string): string {
  return `study-session/${id}`;
}
