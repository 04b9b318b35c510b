import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { instantOn, timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import type { Expects, SessionDetail } from './session-words.ts';

type Body = Request<'createStudySession'>['body'];

/** What is written about a session before it takes place, as it stands in the form. */
export interface SessionDraft {
  kind: Body['kind'];
  format: Body['format'];
  title: string;
  monday: string;
  agenda: string;
  venueId: string;
  placeText: string;
  teacherId: string;
  teacherText: string;
  who: Expects['kind'];
  groupIds: string[];
  tag: string;
  date: string;
  from: string;
  to: string;
  /** Every week on the weekday of `date`, until then; empty: once. */
  until: string;
}

export function blankSession(date: string): SessionDraft {
  const words = { title: '', monday: '', agenda: '', venueId: '', placeText: '', teacherId: '', teacherText: '' };
  return { kind: 'night', format: 'lecture', ...words, who: 'groups', groupIds: [], tag: 'party_member', date, from: '19:30', to: '21:00', until: '' };
}

export function draftOf({ kind, format, title, monday, agenda, place, teacher, expected, date, startsAt, endsAt }: SessionDetail): SessionDraft {
  return {
    ...{ kind, format, title, date, monday: monday ?? '', agenda: agenda ?? '' },
    ...{ venueId: place.venueId ?? '', placeText: place.text ?? '', teacherId: teacher.teacherId ?? '', teacherText: teacher.text ?? '' },
    ...{ who: expected.kind, groupIds: expected.groups.map(({ id }) => id), tag: expected.tag ?? 'party_member' },
    ...{ from: timeOf(startsAt), to: timeOf(endsAt), until: '' },
  };
}

/** What it says apart from its time. */
export function planOf({ kind, format, title, monday, agenda, venueId, placeText, teacherId, teacherText }: SessionDraft) {
  const text = (words: string): string | null => words.trim() || null;
  return { kind, format, title: title.trim(), monday: monday || null, agenda: text(agenda), venueId: venueId || null, placeText: text(placeText), teacherId: teacherId || null, teacherText: text(teacherText) };
}

export function expectsOf({ who, groupIds, tag }: SessionDraft): Expects {
  if (who === 'groups') return { kind: 'groups', groupIds };
  return who === 'tag' ? { kind: 'tag', tag } : { kind: 'committee' };
}

export function timesOfDraft({ date, from, to }: SessionDraft): { startsAt: number; endsAt: number } | null {
  return date && from && to ? { startsAt: instantOn(date, from), endsAt: instantOn(date, to) } : null;
}

/** Minutes from the start to the end of it. */
export function lengthOf(draft: SessionDraft): number {
  const times = timesOfDraft(draft);
  return times ? Math.round((times.endsAt - times.startsAt) / 60_000) : 0;
}

/** What is still missing, as the person would say it; null when it can be planned. */
export function missingIn(draft: SessionDraft): string | null {
  if (draft.title.trim() === '') return '还没写名称';
  if (draft.who === 'groups' && draft.groupIds.length === 0) return '还没选小组';
  if (timesOfDraft(draft) === null) return '日期和时间要填全';
  return lengthOf(draft) <= 0 ? '结束要在开始之后' : null;
}

/** Phones show the words alone, so they begin with what was chosen from the register; what somebody wrote of their own stays. */
export function renamed(words: string, before: string, after: string): string {
  return before && words.startsWith(before) ? after + words.slice(before.length) : words || after;
}
