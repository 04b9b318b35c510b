import { z } from 'zod';
import type { leaveRoutes } from '../routes/leaves.ts';
import { leaveReasons, leaveStates } from '../rules/leave.ts';
import { briefSession } from './attendance.ts';
import { byId, id, instant, optionalText, page, pageQuery, person } from './common.ts';
import type { ContractOf } from './contract.ts';

const reason = z.enum(leaveReasons);
const state = z.enum(leaveStates);

export const leave = z.object({
  id,
  state,
  session: briefSession,
  member: person,
  reason,
  /** Once approved the session does not count at all; otherwise it counts as a leave. */
  exempts: z.boolean(),
  text: z.string().nullable(),
  /** The leader who entered it for the member; null: the member did. */
  enteredBy: person.nullable(),
  /** Received after the start; whoever decides looks at both times. */
  late: z.boolean(),
  capturedAt: instant,
  receivedAt: instant,
  decision: z.object({ at: instant, by: person, reason: z.string().nullable() }).nullable(),
});

export const leaveContract = {
  /** For oneself it waits for the leader; a leader's entry for a member is approved with it. Sent again it is the same leave. */
  createLeave: {
    body: z.object({ clientId: id, sessionId: id, memberId: id.optional(), reason, text: optionalText(200).nullable().default(null), capturedAt: instant }),
    answer: leave,
  },
  /** Newest first. */
  listLeaves: {
    query: pageQuery.extend({ state: state.optional(), sessionId: id.optional(), groupId: id.optional(), mine: z.stringbool().optional() }),
    answer: page(leave),
  },
  /** A refusal needs its reason. */
  decideLeave: { params: byId, body: z.object({ approve: z.boolean(), reason: optionalText(200).nullable().default(null) }), answer: leave },
  withdrawLeave: { params: byId, answer: leave },
} satisfies ContractOf<typeof leaveRoutes>;
