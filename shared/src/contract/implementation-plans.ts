import { z } from 'zod';
import type { implementationPlanRoutes } from '../routes/implementation-plans.ts';
import { planStates } from '../rules/implementation-plan.ts';
import { blocks } from './blocks.ts';
import { date, id, instant, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const row = z.object({
  id,
  /** 1, 2, 3 … */
  version: z.int(),
  title: z.string(),
  effectiveFrom: date,
  /** `current`: in force today. `coming`: not yet. `past`: a newer one is in force. */
  state: z.enum(planStates),
  /** What is different from the version before. */
  changes: z.string(),
  created: z.object({ at: instant, by: person }),
});
const plan = row.extend({ blocks });

export const implementationPlanContract = {
  /** The version asked for; else the one in force today, else the first to come. NOT_FOUND while there is none. */
  getImplementationPlan: { query: z.object({ version: z.coerce.number().int().min(1).max(10_000).optional() }), answer: plan },
  /** Newest first, without their bodies. */
  listImplementationPlans: { query: pageQuery, answer: page(row) },
  /** A version is never changed, only followed. Word files are read by createLessonImport; its blocks go in here. */
  createImplementationPlan: {
    body: z.object({
      clientId: id,
      /** The newest version that the writer has seen, 0 for none: IMPLEMENTATION_PLAN_CHANGED when there is a newer one. */
      basedOn: z.int().min(0),
      title: text(60),
      blocks: blocks.min(1, '写几句再保存'),
      /** Not before that of the version before. */
      effectiveFrom: date,
      changes: text(300),
    }),
    answer: plan,
  },
} satisfies ContractOf<typeof implementationPlanRoutes>;
