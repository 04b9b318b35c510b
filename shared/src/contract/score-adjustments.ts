import { z } from 'zod';
import type { scoreAdjustmentRoutes } from '../routes/score-adjustments.ts';
import { adjustmentKinds } from '../rules/score-adjustment.ts';
import { byId, date, id, month, optionalText, page, pageQuery, person, scoreFigures, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const adjustment = z.object({
  id,
  month,
  member: person,
  kind: z.enum(adjustmentKinds),
  bookedOn: date,
  /** Null for what the system books by itself. */
  bookedBy: person.nullable(),
  reason: z.string(),
  evidence: z.string(),
  /** Points of S; null where records changed. */
  points: z.string().nullable(),
  before: scoreFigures,
  after: scoreFigures,
  /** The one that takes it back, and the one that it takes back. */
  reversedBy: id.nullable(),
  reverses: id.nullable(),
});

export const scoreAdjustmentContract = {
  /** Dated changes of published months, newest first. */
  listScoreAdjustments: { query: pageQuery.extend({ month: month.optional(), memberId: id.optional() }), answer: page(adjustment) },
  /** A correction after the lock: points that no record can correct, with reason and evidence. */
  createScoreAdjustment: {
    body: z.object({ clientId: id, month, memberId: id, points: z.string().regex(/^-?\d{1,2}(\.\d{1,2})?$/, '分数写成2或-1.5这样，最多两位小数'), reason: text(200), evidence: text(200) }),
    answer: adjustment,
  },
  /** Never edited: another dated line takes it back. */
  reverseScoreAdjustment: { params: byId, body: z.object({ clientId: id, reason: text(200), evidence: optionalText(200).default('') }), answer: adjustment },
} satisfies ContractOf<typeof scoreAdjustmentRoutes>;
