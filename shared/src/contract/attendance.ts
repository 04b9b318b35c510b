import { z } from 'zod';
import type { attendanceRoutes } from '../routes/attendance.ts';
import { attendanceStatuses } from '../rules/assessment/rubric.ts';
import { markWays, rollStatuses } from '../rules/attendance.ts';
import { byId, date, id, instant, optionalText, page, pageQuery, person } from './common.ts';
import type { ContractOf } from './contract.ts';
import { sessionKind } from './study-sessions.ts';

const status = z.enum(attendanceStatuses);
const rollStatus = z.enum(rollStatuses);

export const attendanceMark = z.object({
  id,
  /** null: an earlier mark was taken back. */
  status: status.nullable(),
  way: z.enum(markWays),
  capturedAt: instant,
  receivedAt: instant,
  /** null: made by a rule, such as an exemption. */
  by: person.nullable(),
});

const row = z.object({
  member: person,
  groupId: id.nullable(),
  /** Reads and signs on paper. */
  paper: z.boolean(),
  /** Was not expected, came all the same. */
  guest: z.boolean(),
  /** null: not marked. */
  status: status.nullable(),
  /** Standing marks say different things; the leader has not chosen yet. */
  differs: z.boolean(),
  /** Marks that nobody replaced, the one received last at the end. Whoever marks anew names their ids in `over`. */
  standing: z.array(attendanceMark),
  spoke: z.boolean(),
});

const counts = z.object({
  expected: z.int(),
  present: z.int(),
  late: z.int(),
  left_early: z.int(),
  leave: z.int(),
  absent: z.int(),
  made_up: z.int(),
  exempt: z.int(),
  unmarked: z.int(),
  guests: z.int(),
  differing: z.int(),
});

const sheet = page(row).extend({ sessionId: id, state: z.enum(['planned', 'open', 'closed', 'cancelled']), counts });

export const briefSession = z.object({ id, kind: sessionKind, title: z.string(), date, startsAt: instant, endsAt: instant, placeText: z.string().nullable() });

const signIn = z.object({
  id,
  /** `counts`; `already`: an earlier mark stands and stays; `waiting`: kept with both times for the leader. */
  result: z.enum(['counts', 'already', 'waiting']),
  status: status.nullable(),
  session: briefSession,
  member: person,
  capturedAt: instant,
  receivedAt: instant,
});

const waiting = z.object({
  id,
  state: z.enum(['waiting', 'accepted', 'declined']),
  session: briefSession,
  member: person,
  way: z.enum(markWays),
  /** Judged by the phone's own time. */
  proposed: rollStatus,
  capturedAt: instant,
  receivedAt: instant,
  decision: z.object({ at: instant, by: person, reason: z.string().nullable() }).nullable(),
});

export const attendanceContract = {
  /** Before it opens: those expected as the roster knows them now, with marks that stand already (a leave). */
  listAttendance: {
    params: byId,
    query: pageQuery.extend({ pageSize: z.coerce.number().int().min(1).max(200).default(200), groupId: id.optional() }),
    answer: sheet,
  },
  /** The first of those who are not on the roll; two characters of a name, so that nobody reads the roster here. */
  listGuestCandidates: { params: byId, query: z.object({ q: z.string().trim().min(2, '至少写两个字').max(30) }), answer: z.object({ items: z.array(person.extend({ groupName: z.string().nullable() })) }) },
  /** Opens a planned session of today or earlier. Each mark once, however often it is sent. Answers the rows of those marked. */
  markAttendance: {
    params: byId,
    body: z.object({
      marks: z
        .array(z.object({ id, memberId: id, status: rollStatus.nullable(), capturedAt: instant, over: z.array(id).max(50).default([]) }))
        .min(1, '还没有点人')
        .max(200, '一次最多200个'),
    }),
    answer: z.object({ sessionId: id, counts, rows: z.array(row) }),
  },
  enterSignInSheet: {
    params: byId,
    body: z.object({
      clientId: id,
      pageCode: z.string().regex(/^\d{6}$/, '页码是签到表右上角的六位数'),
      /** Everybody else who is expected and has no mark yet was present. */
      exceptions: z.array(z.object({ memberId: id, status: rollStatus.nullable() })).max(200).default([]),
      photoFileId: id.nullable().default(null),
    }),
    answer: z.object({ id, sessionId: id, counts }),
  },
  createSignInCode: {
    params: byId,
    answer: z.object({
      id,
      digits: z.string(),
      /** What the mini-program code carries, and the query `scene` of the same page in a browser. */
      scene: z.string(),
      /** Path of the page, without a leading slash. */
      page: z.string(),
      opensAt: instant,
      closesAt: instant,
      /** A data URL of WeChat's own code; null where WeChat is off or cannot be asked: the digits and a drawn QR remain. */
      image: z.string().nullable(),
    }),
  },
  createSignIn: {
    body: z.object({
      /** Made by the phone; the mark gets it. */
      id,
      by: z.discriminatedUnion('kind', [z.object({ kind: z.literal('scan'), scene: z.string().min(1).max(32) }), z.object({ kind: z.literal('digits'), digits: z.string().regex(/^\d{4}$/, '四位数字') })]),
      capturedAt: instant,
      /** For somebody else, who said yes to it. */
      forMember: z.object({ memberId: id, consented: z.literal(true, '要先得到本人同意') }).nullable().default(null),
    }),
    answer: signIn,
  },
  listWaitingSignIns: { query: pageQuery.extend({ sessionId: id.optional() }), answer: page(waiting) },
  decideSignIn: { params: byId, body: z.object({ accept: z.boolean(), status: z.enum(['present', 'late', 'left_early']).optional(), reason: optionalText(200).nullable().default(null) }), answer: waiting },
  listMyAttendance: {
    query: pageQuery.extend({ from: date.optional(), to: date.optional() }),
    answer: page(
      z.object({
        session: briefSession,
        status: status.nullable(),
        guest: z.boolean(),
        spoke: z.boolean(),
        /** 0 until the close-out. */
        hours: z.string(),
        /** How it is known, in words. */
        evidence: z.string(),
        /** Last day of a make-up, for whoever missed it and has reported none; null otherwise. */
        makeUpUntil: date.nullable(),
        /** One was reported and waits to be verified. */
        makeUpWaits: z.boolean(),
      }),
    ),
  },
} satisfies ContractOf<typeof attendanceRoutes>;
