import { z } from 'zod';
import type { studySessionRoutes } from '../routes/study-sessions.ts';
import { sessionFormats, sessionKinds, sessionStates } from '../rules/study-session.ts';
import { byId, date, id, instant, monday, optionalText, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';
import { anyTag } from './courses.ts';

export const sessionKind = z.enum(sessionKinds);
const format = z.enum(sessionFormats);
const state = z.enum(sessionStates);
/** Study hours, a decimal of halves: '1.5'. */
export const studyHours = z.string().regex(/^([0-7](\.[05])?|8(\.0)?)$/, '学时按0.5一档，最多8');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成19:30这样');
const groupName = z.object({ id, name: z.string() });

/** Whom a session expects: one group, several, everybody with one of the five tags or a word of the town's own, or the branch committee. */
const expects = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('groups'), groupIds: z.array(id).min(1, '选一个小组').max(200) }),
  z.object({ kind: z.literal('tag'), tag: anyTag }),
  z.object({ kind: z.literal('committee') }),
]);

const plan = {
  kind: sessionKind,
  format,
  title: text(60),
  /** The Monday of the theme that it takes up. */
  monday: monday.nullable().default(null),
  agenda: optionalText(1000).nullable().default(null),
  venueId: id.nullable().default(null),
  placeText: optionalText(80).nullable().default(null),
  teacherId: id.nullable().default(null),
  teacherText: optionalText(40).nullable().default(null),
};
/** Somebody is expected elsewhere at that time, and that is meant so. */
const despiteOverlap = z.boolean().default(false);

const line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: text(500) }),
  z.object({ kind: z.literal('voice'), fileId: id, seconds: z.int().min(1).max(120) }),
]);

export const sessionAction = z.object({
  id,
  sessionId: id,
  group: groupName.nullable(),
  text: z.string(),
  member: person,
  due: date,
  createdAt: instant,
  done: z.object({ at: instant, by: person, note: z.string().nullable() }).nullable(),
});

export const studySession = z.object({
  id,
  kind: sessionKind,
  format,
  state,
  title: z.string(),
  date,
  startsAt: instant,
  endsAt: instant,
  monday: monday.nullable(),
  agenda: z.string().nullable(),
  place: z.object({ venueId: id.nullable(), text: z.string().nullable() }),
  teacher: z.object({ teacherId: id.nullable(), text: z.string().nullable() }),
  /** Whose leader acts on it; null: the town's, for its admins. */
  group: groupName.nullable(),
  expected: z.object({ kind: z.enum(['groups', 'tag', 'committee']), groups: z.array(groupName), tag: z.string().nullable() }),
  /** Proposed from the length until the close-out has confirmed them. */
  hours: z.string(),
  /** 第N期 of the town and of each group; given at close-out. */
  number: z.int().nullable(),
  groupNumbers: z.array(z.object({ groupId: id, number: z.int() })),
  /** Since it was opened. */
  counts: z.object({ expected: z.int(), attended: z.int() }).nullable(),
  seriesId: id.nullable(),
  cancelled: z.object({ at: instant, by: person, reason: z.string() }).nullable(),
  closed: z.object({ at: instant, by: person }).nullable(),
});

/** What changed after the plan was told or after the close-out: before, after, why and who. */
const sessionChange = z.object({
  id,
  kind: z.enum(['moved', 'correction', 'late_marks']),
  at: instant,
  by: person,
  why: z.string(),
  lines: z.array(z.object({ field: z.string(), label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});

export const studySessionDetail = studySession.extend({
  createdBy: person,
  opened: z.object({ at: instant, by: person }).nullable(),
  /** How many people are expected on its date: counted from the roster until it opens. */
  expectedCount: z.int(),
  /** Six digits of the printed sign-in sheet. */
  pageCode: z.string(),
  record: z
    .object({
      text: z.string().nullable(),
      voice: z.object({ fileId: id, seconds: z.int() }).nullable(),
      /** 讲了什么 */
      covered: z.string().nullable(),
      gap: z.string().nullable(),
      photos: z.array(id),
      spoke: z.array(person),
    })
    .nullable(),
  /** What its close-out asked somebody to do. */
  actions: z.array(sessionAction),
  /** Open ones of the group's earlier sessions, which come back now; for people of that group, its leaders and admins. */
  carried: z.array(sessionAction),
  changes: z.array(sessionChange),
});

const series = z.object({ id, title: z.string(), weekday: z.int(), time: z.string(), from: date, until: date, sessions: z.int(), ended: z.boolean() });
const count = z.object({ opening: z.int(), closedHere: z.int(), total: z.int() });

export const studySessionContract = {
  listStudySessions: {
    query: pageQuery.extend({
      from: date.optional(),
      to: date.optional(),
      groupId: id.optional(),
      kind: sessionKind.optional(),
      state: state.optional(),
      /** Only those at which the caller is expected. */
      mine: z.stringbool().optional(),
      /** By start; the calendar reads forward, a history backward. */
      order: z.enum(['asc', 'desc']).default('asc'),
    }),
    answer: page(studySession),
  },
  getStudySession: { params: byId, answer: studySessionDetail },
  createStudySession: { body: z.object({ clientId: id, ...plan, startsAt: instant, endsAt: instant, expects, despiteOverlap }), answer: studySessionDetail },
  updateStudySession: {
    params: byId,
    body: z.object({
      kind: sessionKind.optional(),
      format: format.optional(),
      title: text(60).optional(),
      monday: monday.nullable().optional(),
      agenda: optionalText(1000).nullable().optional(),
      venueId: id.nullable().optional(),
      placeText: optionalText(80).nullable().optional(),
      teacherId: id.nullable().optional(),
      teacherText: optionalText(40).nullable().optional(),
      expects: expects.optional(),
      despiteOverlap,
    }),
    answer: studySessionDetail,
  },
  moveStudySession: { params: byId, body: z.object({ startsAt: instant, endsAt: instant, placeText: optionalText(80).nullable().optional(), why: text(100), despiteOverlap }), answer: studySessionDetail },
  cancelStudySession: { params: byId, body: z.object({ reason: text(100) }), answer: studySessionDetail },
  openStudySession: { params: byId, answer: studySessionDetail },
  closeStudySession: {
    params: byId,
    body: z.object({
      clientId: id,
      line,
      covered: optionalText(300).nullable().default(null),
      hours: studyHours,
      spoke: z.array(id).max(200).default([]),
      gap: optionalText(300).nullable().default(null),
      action: z.object({ text: text(200), memberId: id, due: date }).nullable().default(null),
      photos: z.array(id).max(9).default([]),
    }),
    answer: studySessionDetail,
  },
  correctStudySession: {
    params: byId,
    body: z.object({
      clientId: id,
      why: text(200),
      title: text(60).optional(),
      text: text(500).optional(),
      covered: optionalText(300).optional(),
      gap: optionalText(300).optional(),
      placeText: optionalText(80).optional(),
      teacherText: optionalText(40).optional(),
      hours: studyHours.optional(),
      /** Members who spoke after all; those named before stay. */
      spoke: z.array(id).max(200).optional(),
      attendance: z.array(z.object({ memberId: id, status: z.enum(['present', 'late', 'left_early', 'leave', 'absent']).nullable() })).max(200).default([]),
    }),
    answer: studySessionDetail,
  },

  createSessionSeries: {
    body: z.object({ clientId: id, ...plan, weekday: z.int().min(1).max(7), time, minutes: z.int().min(10).max(720), from: date, until: date, expects, despiteOverlap }),
    answer: series,
  },
  /** Planned sessions of the series after that day are cancelled; those expected are told once. */
  endSessionSeries: { params: byId, body: z.object({ after: date, reason: text(100) }), answer: series },

  getSessionCount: {
    answer: z.object({
      foundedOn: date,
      town: count,
      groups: z.array(count.extend({ group: groupName })),
      openings: z.array(z.object({ id, group: groupName.nullable(), count: z.int(), evidence: z.string(), at: instant, by: person })),
    }),
  },
  setSessionOpening: {
    body: z.object({ groupId: id.nullable(), count: z.int().min(0).max(100_000), evidence: text(200) }),
    answer: z.object({ id, groupId: id.nullable(), count: z.int(), evidence: z.string() }),
  },

  listSessionActions: { query: pageQuery.extend({ groupId: id.optional(), done: z.stringbool().optional() }), answer: page(sessionAction) },
  completeSessionAction: { params: byId, body: z.object({ note: optionalText(200).nullable().default(null) }), answer: sessionAction },
} satisfies ContractOf<typeof studySessionRoutes>;
