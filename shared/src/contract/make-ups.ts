import { z } from 'zod';
import type { makeUpRoutes } from '../routes/make-ups.ts';
import { makeUpStates, makeUpWays } from '../rules/make-up.ts';
import { briefSession } from './attendance.ts';
import { byId, date, id, instant, optionalText, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const state = z.enum(makeUpStates);
const way = z.enum(makeUpWays);

export const makeUp = z.object({
  id,
  state,
  session: briefSession,
  member: person,
  way,
  /** What was read, or with whom it was talked through. */
  text: z.string(),
  /** The day on which it was made up. */
  on: date,
  enteredBy: person.nullable(),
  /** Taken down within the 14 days, received after them. */
  late: z.boolean(),
  capturedAt: instant,
  receivedAt: instant,
  decision: z.object({ at: instant, by: person, reason: z.string().nullable() }).nullable(),
});

export const makeUpContract = {
  /** One's own waits for the leader; a leader's entry for a member is verified with it. Sent again it is the same one. */
  createMakeUp: { body: z.object({ clientId: id, sessionId: id, memberId: id.optional(), way, text: text(200), on: date, capturedAt: instant }), answer: makeUp },
  /** Newest first. */
  listMakeUps: {
    query: pageQuery.extend({ state: state.optional(), sessionId: id.optional(), groupId: id.optional(), mine: z.stringbool().optional() }),
    answer: page(makeUp),
  },
  /** A decline needs its reason; afterwards the member may try again. */
  decideMakeUp: { params: byId, body: z.object({ accept: z.boolean(), reason: optionalText(200).nullable().default(null) }), answer: makeUp },
} satisfies ContractOf<typeof makeUpRoutes>;
