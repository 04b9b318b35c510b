import { z } from 'zod';
import type { exemptionRoutes } from '../routes/exemptions.ts';
import { exemptingReasons } from '../rules/leave.ts';
import { byId, date, id, instant, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const reason = z.enum(exemptingReasons);

export const exemption = z.object({
  id,
  member: person,
  groupId: id.nullable(),
  /** Both days included. */
  from: date,
  to: date,
  /** Null for whoever needs to know that somebody is exempt, not why. */
  reason: reason.nullable(),
  evidence: z.string().nullable(),
  createdAt: instant,
  createdBy: person,
  /** It was to last until `plannedTo`. */
  ended: z.object({ at: instant, by: person, why: z.string(), plannedTo: date }).nullable(),
  /** Records of sessions that stand as exempt by it. */
  settled: z.int(),
});

export const exemptionContract = {
  /** Settles what was opened in these days already; what is opened later is settled then. Who was there stays there. */
  createExemption: { body: z.object({ clientId: id, memberId: id, from: date, to: date, reason, evidence: text(200) }), answer: exemption },
  /** Newest first; `on`: those that hold on that day. */
  listExemptions: { query: pageQuery.extend({ memberId: id.optional(), groupId: id.optional(), on: date.optional() }), answer: page(exemption) },
  /** `on` is its last day; the day before `from` where it was a mistake altogether. What it settled after that day is given back. */
  endExemption: { params: byId, body: z.object({ on: date, why: text(200) }), answer: exemption },
} satisfies ContractOf<typeof exemptionRoutes>;
