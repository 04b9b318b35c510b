import { z } from 'zod';
import type { objectionRoutes } from '../routes/objections.ts';
import { objectionAbouts, objectionStates, objectionWays, verdicts } from '../rules/objection.ts';
import { publicationKinds } from '../rules/publication.ts';
import { byId, date, id, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const kind = z.enum(publicationKinds);
const period = z.string().regex(/^20\d{2}(-(0[1-9]|1[0-2]))?$/, '写成2026-11或2026这样');
const about = z.enum(objectionAbouts);
const signedPoints = z.string().regex(/^-?\d{1,2}(\.\d{1,2})?$/, '分数写成2或-1.5这样，最多两位小数');

const answer = z.object({
  step: z.union([z.literal(1), z.literal(2)]),
  verdict: z.enum(verdicts),
  text: z.string(),
  /** The three, or those of them who have signed so far; the first wrote it. */
  signedBy: z.array(person),
  /** The day on which the third signed; null while it waits. */
  on: date.nullable(),
});

/** As whoever raised it reads it. */
const objection = z.object({
  id,
  kind,
  period,
  about,
  text: z.string(),
  way: z.enum(objectionWays),
  receivedOn: date,
  /** Who wrote it down for them; null where they did so themselves. */
  loggedBy: person.nullable(),
  state: z.enum(objectionStates),
  /** The line waits for the answer. */
  frozen: z.boolean(),
  /** The last day for asking three others; null where that is over or not yet. */
  contestUntil: date.nullable(),
  /** What was said when it was contested. */
  contest: z.string().nullable(),
  /** By step; an answer that waits for signatures is not shown to whoever raised it. */
  answers: z.array(answer),
});

const onDesk = objection.extend({
  member: person,
  group: z.object({ id, name: z.string() }).nullable(),
  /** Why the caller may not be one of the three; null where they may. */
  mayNot: z.enum(['own', 'logged', 'recorded', 'answered']).nullable(),
  /** Points of S that the waiting or settled answer changes; null where records alone do, or none. */
  points: z.string().nullable(),
});

const raised = { kind, period, about, text: text(500) };

export const objectionContract = {
  /** About one's own line, while it is on show. However often it is sent: one objection. */
  createObjection: { body: z.object({ clientId: id, ...raised }), answer: objection },
  /** What somebody handed in or said, written down by somebody else. */
  logObjection: { body: z.object({ clientId: id, memberId: id, ...raised, way: z.enum(['paper', 'spoken']) }), answer: objection },
  /** Newest first. */
  listMyObjections: { query: pageQuery, answer: page(objection) },
  withdrawObjection: { params: byId, answer: objection },
  /** The second step: three others answer. */
  contestObjection: { params: byId, body: z.object({ text: text(500) }), answer: objection },
  /** `waiting`: those that freeze a line, oldest first; else newest first. */
  listObjections: { query: pageQuery.extend({ show: z.enum(['waiting', 'settled']).default('waiting') }), answer: page(onDesk) },
  /** The first of three writes the answer, or another one in its place; signing begins anew. `points`: what S changes by where no record can be corrected. */
  proposeObjectionAnswer: { params: byId, body: z.object({ verdict: z.enum(verdicts), text: text(500), points: signedPoints.nullable().default(null) }), answer: onDesk },
  /** With the third signature it counts. `text` is what was read: a newer answer is not signed by mistake. */
  signObjectionAnswer: { params: byId, body: z.object({ text: z.string().max(500) }), answer: onDesk },
} satisfies ContractOf<typeof objectionRoutes>;
