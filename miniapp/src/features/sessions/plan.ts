import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { type SessionFormat, type SessionKind, sessionKindNames } from '@weidangxiao/shared/rules/study-session.ts';
import { addDays, type BusinessDate, businessDate, weekday } from '@weidangxiao/shared/rules/week.ts';
import { businessNow } from '@/platform/clock';
import { newId } from '@/platform/ids';
import type { SessionDetail } from './sessions';
import { instantsOf, type When, whenOf } from './times';

type NewSession = Request<'createStudySession'>['body'];
type NewSeries = Request<'createSessionSeries'>['body'];
type Changes = Request<'updateStudySession'>['body'];

/** From the list, or in somebody's own words. */
export interface Chosen {
  readonly id: string | null;
  readonly text: string;
}

/** A plan while it is being made; kept on the phone until it is sent. */
export interface Draft {
  readonly clientId: string;
  readonly groupId: string;
  readonly kind: SessionKind;
  readonly format: SessionFormat;
  readonly title: string;
  readonly monday: BusinessDate | null;
  readonly agenda: string;
  readonly when: When;
  readonly venue: Chosen;
  readonly teacher: Chosen;
  /** How many times in a row, every week on that day; 1: once. */
  readonly times: number;
}

/** What a kind of session usually is: how it is held, when, how long. */
const usual: Readonly<Record<SessionKind, { format: SessionFormat; time: string; minutes: number; weekday: number }>> = {
  night: { format: 'lecture', time: '19:30', minutes: 90, weekday: 4 },
  group: { format: 'discussion', time: '15:00', minutes: 60, weekday: 5 },
  practice: { format: 'hands_on', time: '14:00', minutes: 180, weekday: 6 },
  centralized: { format: 'lecture', time: '09:00', minutes: 120, weekday: 6 },
};

export function emptyDraft(groupId: string): Draft {
  return withKind({ clientId: newId(), groupId, kind: 'night', format: 'lecture', title: '', monday: null, agenda: '', when: { date: '', time: '', minutes: 0 }, venue: { id: null, text: '' }, teacher: { id: null, text: '' }, times: 1 }, 'night');
}

/** With the kind come its usual day and hours; all of them can be changed after. */
export function withKind(draft: Draft, kind: SessionKind): Draft {
  const { format, time, minutes, weekday: day } = usual[kind];
  return { ...draft, kind, format, when: { date: nextDay(day), time, minutes } };
}

export function draftOf({ id, group, kind, format, title, monday, agenda, place, teacher, ...times }: SessionDetail): Draft {
  return { clientId: id, groupId: group?.id ?? '', kind, format, title, monday, agenda: agenda ?? '', when: whenOf(times), venue: { id: place.venueId, text: place.text ?? '' }, teacher: { id: teacher.teacherId, text: teacher.text ?? '' }, times: 1 };
}

export function changesOf(draft: Draft, despiteOverlap: boolean): Changes {
  return { ...wordsOf(draft), despiteOverlap };
}

export function sessionOf(draft: Draft, despiteOverlap: boolean): NewSession {
  return { clientId: draft.clientId, ...wordsOf(draft), ...instantsOf(draft.when), expects: expectsOf(draft), despiteOverlap };
}

export function seriesOf(draft: Draft, despiteOverlap: boolean): NewSeries {
  const { date, time, minutes } = draft.when;
  return { clientId: draft.clientId, ...wordsOf(draft), weekday: weekday(date), time, minutes, from: date, until: lastDate(draft), expects: expectsOf(draft), despiteOverlap };
}

export function lastDate({ when, times }: Draft): BusinessDate {
  return addDays(when.date, 7 * (times - 1));
}

/** Of the week's theme, said as a session of that kind. */
export function suggestedTitle(kind: SessionKind, theme: string): string {
  return `${sessionKindNames[kind]}：${theme.replace('\n', '')}`.slice(0, 60);
}

function wordsOf({ kind, format, title, monday, agenda, venue, teacher }: Draft) {
  return { kind, format, title: title.trim(), monday, agenda: agenda.trim() || null, venueId: venue.id, placeText: venue.text.trim() || null, teacherId: teacher.id, teacherText: teacher.text.trim() || null };
}

function expectsOf({ groupId }: Draft): NewSession['expects'] {
  return { kind: 'groups', groupIds: [groupId] };
}

/** The next such day of the week, today included. */
function nextDay(day: number): BusinessDate {
  const today = businessDate(businessNow());
  return addDays(today, (day - weekday(today) + 7) % 7);
}
