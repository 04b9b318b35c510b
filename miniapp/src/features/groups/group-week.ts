import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { addDays, type BusinessDate, dateInChinese, isoWeek, mondayOf, pushInstant, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { useEffect, useRef } from 'react';
import { type Repeatable, useOutbox, type Waiting } from '@/platform/outbox';
import { call } from '@/platform/request';
import { type Stored, useStored } from '@/platform/stored';
import { byName, type Person } from './groups';

export type GroupWeek = Answer<'listGroupCheckIns'>;
export type CheckIn = NonNullable<GroupWeek['people'][number]['checkIn']>;
export type LateCheckIn = GroupWeek['late'][number];

export interface PersonOfWeek {
  readonly member: Person;
  readonly paper: boolean;
  /** What holds this Monday, or the last one that was refused. */
  readonly checkIn: CheckIn | null;
  /** A paper note about them is on this phone, not yet with the server. */
  readonly waiting: boolean;
}

/** A group's people and what they wrote for a Monday; what this phone has yet to send is added by `sortOut`. */
export function useGroupWeek(groupId: string | null, monday: BusinessDate): Stored<GroupWeek> {
  const stored = useStored(groupId ? `group-check-ins/${groupId}/${monday}` : null, () => call('listGroupCheckIns', { query: { groupId: groupId ?? '', monday } }));
  useReloadOnceSent(['createPaperNote', 'decideLateCheckIn'], stored.reload);
  return stored;
}

/** What has left the outbox may have changed the list that is shown. */
export function useReloadOnceSent(routes: readonly Repeatable[], reload: () => void): void {
  const waiting = useOutbox(({ items }) => items.filter(({ route, refused }) => routes.includes(route) && !refused).length);
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting === 0 && before.current > 0) reload();
    before.current = waiting;
  }, [waiting, reload]);
}

export interface SortedWeek {
  readonly missing: readonly PersonOfWeek[];
  readonly done: readonly PersonOfWeek[];
  readonly late: readonly LateCheckIn[];
}

/** Whom to help and who has written, each by name; `outbox` is what this phone has yet to send. */
export function sortOut({ monday, people, late }: GroupWeek, outbox: readonly Waiting[]): SortedWeek {
  const mine = outbox.filter(({ refused }) => !refused);
  const noted = new Set(mine.filter(({ route, request }) => route === 'createPaperNote' && request.body['monday'] === monday).map(idOf));
  const decided = new Set(mine.filter(({ route }) => route === 'decideLateCheckIn').map(idOf));
  const all = people.map((person) => ({ ...person, waiting: noted.has(person.member.memberId) })).sort((one, other) => byName(one.member, other.member));
  const holds = ({ checkIn, waiting }: PersonOfWeek) => waiting || (checkIn !== null && checkIn.state !== 'refused');
  return { missing: all.filter((person) => !holds(person)), done: all.filter(holds), late: late.filter(({ id }) => !decided.has(id)) };
}

/** The Monday that people write for now: before 08:00 on a Monday it is still the last one. */
export function openMonday(now: number): BusinessDate {
  const monday = mondayOf(now);
  return now < pushInstant(monday) ? addDays(monday, -7) : monday;
}

/** 第四十八周 */
export function weekLabel(monday: BusinessDate): string {
  return weekNumberInChinese(isoWeek(monday).week);
}

/** 11月23日至29日 */
export function weekDates(monday: BusinessDate): string {
  const [from, to] = [dateInChinese(monday), dateInChinese(addDays(monday, 6))];
  const month = from.slice(0, from.indexOf('月') + 1);
  return `${from}至${to.startsWith(month) ? to.slice(month.length) : to}`;
}

function idOf({ request }: Waiting): string {
  return (request.params as { id: string }).id;
}
