import { z } from 'zod';
import type { townRoutes } from '../routes/towns.ts';
import { byId, date, id, instant, page, pageQuery, person, phone, text, townCode } from './common.ts';
import type { ContractOf } from './contract.ts';

export const town = z.object({
  id,
  code: z.string(),
  name: z.string(),
  schoolName: z.string(),
  foundedOn: date,
  contactPhone: z.string().nullable(),
});

export const group = z.object({
  id,
  name: z.string(),
  /** Members of today. */
  members: z.int(),
  leaders: z.array(person),
  closed: z.boolean(),
});

export const townContract = {
  listTowns: { query: pageQuery, answer: page(town.extend({ groups: z.int(), members: z.int() })) },
  createTown: {
    body: z.object({
      code: townCode,
      name: text(40),
      schoolName: text(40),
      foundedOn: date,
      /** The first admin, who binds by this phone. */
      admin: z.object({ name: text(30), phone }),
    }),
    answer: town,
  },
  getTown: { answer: town },
  updateTown: {
    body: z.object({ name: text(40).optional(), schoolName: text(40).optional(), foundedOn: date.optional(), contactPhone: z.string().regex(/^[\d-]{7,17}$/, '电话只写数字和短横').nullable().optional() }),
    answer: town,
  },

  listGroups: { query: pageQuery.extend({ pageSize: z.coerce.number().int().min(1).max(100).default(100) }), answer: page(group) },
  createGroup: { body: z.object({ name: text(40) }), answer: group },
  updateGroup: { params: byId, body: z.object({ name: text(40) }), answer: group },
  closeGroup: { params: byId, answer: null },
  getMyGroup: {
    answer: z.object({
      group: group.nullable(),
      /** Names only: what members of one group know of each other anyway. */
      members: z.array(person),
    }),
  },

  listNotices: {
    query: pageQuery,
    answer: page(z.object({ id, kind: z.string(), title: z.string(), text: z.string(), link: z.string().nullable(), at: instant, readAt: instant.nullable() })),
  },
  readNotice: { params: byId, answer: null },
  listAuditRows: {
    query: pageQuery.extend({ act: z.string().max(60).optional() }),
    answer: page(z.object({ id, at: instant, act: z.string(), by: z.string(), target: z.string().nullable() })),
  },
} satisfies ContractOf<typeof townRoutes>;
