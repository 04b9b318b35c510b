import { z } from 'zod';
import type { studyRoutes } from '../routes/study.ts';
import { adjustmentKinds } from '../rules/score-adjustment.ts';
import { pointKinds } from '../rules/score-entry.ts';
import { byId, date, id, instant, monday, month, optionalText, page, pageQuery, person, scoreFigures, text, townCode } from './common.ts';
import type { ContractOf } from './contract.ts';

const takeaway = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: text(500) }),
  z.object({ kind: z.literal('voice'), fileId: id, seconds: z.int().min(1).max(60) }),
]);

const checkIn = z.object({
  id,
  monday,
  /** `counts` for its Monday; `late`: waits for the leader; `refused` by the leader, with a reason. */
  state: z.enum(['counts', 'late', 'refused']),
  kind: z.enum(['text', 'voice', 'paper']),
  text: z.string().nullable(),
  voice: z.object({ fileId: id, seconds: z.int() }).nullable(),
  /** When the person wrote it (their phone's clock) and when it arrived here. */
  capturedAt: instant,
  receivedAt: instant,
  enteredBy: person.nullable(),
  decision: z.object({ at: instant, by: person, reason: z.string().nullable() }).nullable(),
});

const reflection = z.object({
  id,
  kind: z.enum(['group', 'personal']),
  state: z.enum(['draft', 'in_review', 'published', 'returned']),
  title: z.string(),
  paragraphs: z.array(z.string()),
  pictures: z.array(id),
  monday: monday.nullable(),
  author: person,
  group: z.object({ id, name: z.string() }).nullable(),
  /** What the machine check said; only for the author's side and reviewers. */
  machineCheck: z.enum(['none', 'pass', 'review', 'risky', 'unavailable']).nullable(),
  returnedReason: z.string().nullable(),
  createdAt: instant,
  submittedAt: instant.nullable(),
  publishedAt: instant.nullable(),
});
const reflectionBody = z.object({
  title: text(40),
  paragraphs: z.array(text(2000)).min(1, '写几句再保存').max(60),
  pictures: z.array(id).max(9).default([]),
  monday: monday.nullable().default(null),
});

const figure = z.string();
const dimension = z.enum(['centralized', 'group', 'night', 'selfStudy', 'practice']);

/** Every point of a score with its reason; the lines add up to `sumEarned`, always. Figures are decimal strings. */
const receipt = z.object({
  month,
  member: person,
  /** `running` until the month ends: what is recorded, never a predicted grade. */
  state: z.enum(['running', 'ended']),
  /** How much of the member's month is exempt; a whole one is not rated. */
  exempt: z.enum(['none', 'part', 'whole']),
  asOf: instant,
  rubricVersion: z.string(),
  sumEarned: figure,
  sumMax: figure,
  /** 100 × earned ÷ max with bonus and deductions; null while fewer than two dimensions are offered. */
  S: figure.nullable(),
  /** The most that can still be recorded this month. */
  mostStill: figure,
  spoken: z.string(),
  lines: z.array(
    z.object({
      dimension,
      label: z.string(),
      offered: z.boolean(),
      earned: figure,
      max: figure,
      formula: z.string().nullable(),
      stillPossible: z.string().nullable(),
      events: z.array(z.object({ date, title: z.string(), evidence: z.string(), effect: z.string() })),
    }),
  ),
  /** The steps from `sumEarned` to S. */
  adjustments: z.array(z.object({ label: z.string(), points: figure })),
  /** Bonus and deduction with every entry; `counted` is what S takes of them, by the cap that `rule` names. */
  given: z.array(
    z.object({
      kind: z.enum(pointKinds),
      label: z.string(),
      counted: figure,
      rule: z.string(),
      entries: z.array(z.object({ entryId: id, kind: z.enum(pointKinds), points: figure, on: date, reason: z.string(), evidence: z.string(), hasFile: z.boolean() })),
    }),
  ),
  /** As it was put up for everybody; null before, and for whoever was not on the sheet. `until` is the last day on show. */
  published: scoreFigures.extend({ on: date, until: date, locked: z.boolean() }).nullable(),
  /** Dated changes since, in the order in which they were booked: the last one stands. */
  corrections: z.array(z.object({ id, on: date, kind: z.enum(adjustmentKinds), reason: z.string(), evidence: z.string(), before: scoreFigures, after: scoreFigures })),
});

export const studyContract = {
  createFile: {
    query: z.object({ purpose: z.enum(['takeaway', 'reflection', 'lesson', 'session', 'evidence']) }),
    answer: z.object({ id, contentType: z.string(), bytes: z.int(), width: z.int().nullable(), height: z.int().nullable() }),
  },
  getFile: { params: byId, query: z.object({ town: townCode.optional() }), answer: 'bytes' },

  createCheckIn: { body: z.object({ clientId: id, monday, capturedAt: instant, takeaway }), answer: checkIn },
  listMyCheckIns: { query: pageQuery.extend({ monday: monday.optional() }), answer: page(checkIn) },
  listGroupCheckIns: {
    query: z.object({ groupId: id, monday }),
    answer: z.object({
      monday,
      people: z.array(z.object({ member: person, paper: z.boolean(), checkIn: checkIn.nullable() })),
      /** Late ones of any week that wait for the leader's word. */
      late: z.array(checkIn.extend({ member: person })),
    }),
  },
  createPaperNote: {
    params: byId,
    body: z.object({ clientId: id, monday, text: optionalText(500).default(''), seenOn: date }),
    answer: checkIn,
  },
  decideLateCheckIn: { params: byId, body: z.object({ accept: z.boolean(), reason: optionalText(200).nullable().default(null) }), answer: checkIn },

  listReflections: {
    query: pageQuery.extend({ state: reflection.shape.state.optional(), groupId: id.optional(), mine: z.stringbool().optional() }),
    answer: page(reflection),
  },
  createReflection: { body: reflectionBody.extend({ clientId: id, kind: z.enum(['group', 'personal']), groupId: id.optional() }), answer: reflection },
  getReflection: { params: byId, answer: reflection },
  updateReflection: { params: byId, body: reflectionBody, answer: reflection },
  submitReflection: { params: byId, answer: reflection },
  publishReflection: { params: byId, answer: reflection },
  returnReflection: { params: byId, body: z.object({ reason: text(200) }), answer: reflection },

  getMyReceipt: { params: z.object({ month }), answer: receipt },
  getMemberReceipt: { params: z.object({ id, month }), answer: receipt },
} satisfies ContractOf<typeof studyRoutes>;
