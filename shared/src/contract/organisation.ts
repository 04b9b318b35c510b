import { z } from 'zod';
import type { organisationRoutes } from '../routes/organisation.ts';
import { mostDuties, mostPosts, postRoles } from '../rules/organisation.ts';
import { id, instant, optionalText, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const post = {
  /** Made where the post is made; parents are named by it. */
  id,
  title: text(30),
  /** The two offices that the source names; each stands at most once in a chart. */
  role: z.enum(postRoles).nullable().default(null),
  duties: z.array(text(100)).max(mostDuties, `最多${mostDuties}条职责`).default([]),
  /** Null for what stands at the top. */
  parentId: id.nullable().default(null),
};

const chart = z.object({
  /** 0 while nobody has drawn one. Goes up with every change; send it back with the next. */
  revision: z.int(),
  changed: z.object({ at: instant, by: person }).nullable(),
  /** In their order; a post may stand before its parent. */
  posts: z.array(z.object({ ...post, role: z.enum(postRoles).nullable(), duties: z.array(z.string()), parentId: id.nullable(), holder: z.object({ member: person.nullable(), text: z.string() }) })),
});

export const organisationContract = {
  getOrganisation: { answer: chart },
  /** The whole chart. A post is held by a member of the town, or by whomever the text names, or by nobody yet. */
  setOrganisation: {
    body: z.object({
      revision: z.int().min(0),
      posts: z.array(z.object({ ...post, holderId: id.nullable().default(null), holderText: optionalText(30).default('') })).max(mostPosts, `最多${mostPosts}个岗位`),
    }),
    answer: chart,
  },
} satisfies ContractOf<typeof organisationRoutes>;
