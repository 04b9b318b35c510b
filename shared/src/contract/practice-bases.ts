import { z } from 'zod';
import type { practiceBaseRoutes } from '../routes/practice-bases.ts';
import { byId, id, optionalText, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const practiceBase = z.object({
  id,
  name: z.string(),
  /** What can be practised there: 剪枝、打包、直播. */
  practices: z.array(z.string()),
  address: z.string(),
  group: z.object({ id, name: z.string() }).nullable(),
  keeper: person.nullable(),
  note: z.string(),
  closed: z.boolean(),
});

const written = {
  practices: z.array(text(20)).min(1, '写一样能在这里练的').max(12, '最多12样').optional(),
  address: optionalText(120).optional(),
  groupId: id.nullable().optional(),
  keeperId: id.nullable().optional(),
  note: optionalText(200).optional(),
};

export const practiceBaseContract = {
  listPracticeBases: {
    query: pageQuery.extend({ groupId: id.optional(), practice: optionalText(20).optional(), closed: z.stringbool().default(false) }),
    answer: page(practiceBase),
  },
  createPracticeBase: { body: z.object({ ...written, name: text(40), practices: written.practices.unwrap() }), answer: practiceBase },
  updatePracticeBase: { params: byId, body: z.object({ ...written, name: text(40).optional() }), answer: practiceBase },
  closePracticeBase: { params: byId, answer: practiceBase },
} satisfies ContractOf<typeof practiceBaseRoutes>;
