import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { call } from '@/platform/request';
import { townQuery, useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';
import type { OwnCheckIn } from '../check-ins/own-check-in';
import type { Reading } from '../lessons/readings';

export type Week = Answer<'getCurrentWeek'>;
export type Theme = NonNullable<Week['theme']>;
export type LessonRow = Theme['lessons'][number];

/** This week of the person's town, or of the town that a guest visits; null key while no town is known. */
export function useWeek(monday: string | null): Stored<Week> {
  const town = useSession(({ caller, guestTown }) => caller?.town?.code ?? guestTown);
  const query = townQuery();
  return useStored(town ? `week/${town}/${monday ?? 'current'}` : null, () => (monday ? call('getWeek', { params: { monday }, query }) : call('getCurrentWeek', { query })));
}

/** The one thing to do next with a week. `number` counts lessons from 1. */
export type NextAct = { act: 'read'; lesson: LessonRow; number: number } | { act: 'check-in' } | { act: 'done' } | { act: 'none' };

/** Unread lessons first, then one's own line; a check-in ends it, whether or not every lesson was opened. */
export function nextAct(theme: Theme, readings: Readonly<Record<string, Reading>>, own: OwnCheckIn): NextAct {
  if (own.state === 'recorded' || own.state === 'waiting') return { act: 'done' };
  const place = theme.lessons.findIndex(({ id }) => !readings[id]?.done);
  const lesson = theme.lessons[place];
  if (lesson) return { act: 'read', lesson, number: place + 1 };
  return theme.lessons.length > 0 ? { act: 'check-in' } : { act: 'none' };
}

export const pages = {
  lesson: 'packages/read/lesson/index',
  checkIn: 'packages/read/check-in/index',
  checkIns: 'packages/record/check-ins/index',
  receipt: 'packages/record/receipt/index',
  notices: 'packages/record/inbox/index',
  login: 'packages/account/login/index',
} as const;
