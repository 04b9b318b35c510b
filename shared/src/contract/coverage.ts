import { z } from 'zod';
import type { coverageRoutes } from '../routes/coverage.ts';
import { sessionKinds } from '../rules/study-session.ts';
import { date, id, month, page, pageQuery, person, year } from './common.ts';
import type { ContractOf } from './contract.ts';

const groupName = z.object({ id, name: z.string() });

export const coverageContract = {
  /** Who got no study in the month, so that somebody goes to see them: by group and surname. `exempt`: instead those exempt all month. */
  getCoverage: {
    params: z.object({ month }),
    query: pageQuery.extend({ pageSize: z.coerce.number().int().min(1).max(200).default(100), groupId: id.optional(), exempt: z.stringbool().default(false) }),
    answer: page(
      z.object({
        member: person,
        group: groupName.nullable(),
        /** `visit`: reads no paper and has no phone in the roster. */
        reach: z.enum(['paper', 'phone', 'visit']),
      }),
    ).extend({
      month,
      groups: z.array(z.object({ group: groupName.nullable(), members: z.int(), reached: z.int(), unreached: z.int(), exempt: z.int() })),
    }),
  },
  /** Groups × ISO weeks of a year; weeks without a session are left out. */
  getSessionStrip: {
    params: z.object({ year }),
    answer: z.object({
      year: z.int(),
      weeks: z.array(z.object({ monday: date, week: z.int() })),
      groups: z.array(
        z.object({
          group: groupName,
          cells: z.array(
            z.object({
              monday: date,
              held: z.int(),
              planned: z.int(),
              kinds: z.array(z.enum(sessionKinds)),
              /** 0 nothing held, 4 the most. */
              step: z.int().min(0).max(4),
            }),
          ),
        }),
      ),
    }),
  },
} satisfies ContractOf<typeof coverageRoutes>;
