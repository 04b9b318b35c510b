import { z } from 'zod';
import type { sessionFeedbackRoutes } from '../routes/session-feedback.ts';
import { usefulness } from '../rules/session-feedback.ts';
import { byId } from './common.ts';
import type { ContractOf } from './contract.ts';

const answer = z.object({ useful: z.enum(usefulness), more: z.boolean() });

export const sessionFeedbackContract = {
  /** Said again, the later word counts. */
  createSessionFeedback: { params: byId, body: answer, answer },
  getSessionFeedback: {
    params: byId,
    answer: z.object({ answers: z.string(), useful: z.object({ yes: z.int(), partly: z.int(), no: z.int() }).nullable(), more: z.int().nullable() }),
  },
} satisfies ContractOf<typeof sessionFeedbackRoutes>;
