import { z } from 'zod';
import type { memberRoutes } from '../routes/members.ts';
import { memberTags } from '../rules/member-tag.ts';
import { byId, date, id, instant, optionalText, page, pageQuery, phone, text } from './common.ts';
import type { ContractOf } from './contract.ts';
import { role } from './logins.ts';
import { rosterImportContract } from './roster-imports.ts';

/** Who a member is in the town's own words; drives course sets later. */
export const tags = memberTags;
export const tag = z.enum(tags);
export const gender = z.enum(['male', 'female']);
/** When somebody joined the party, as exactly as the town knows: 1990, 1990-09 or 1990-09-05. */
export const joinedOn = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, '入党时间写成1990-09这样');

export const memberRole = z.object({ id, role, groupId: id.nullable(), groupName: z.string().nullable(), since: instant });

export const member = z.object({
  id,
  name: z.string(),
  gender: gender.nullable(),
  groupId: id.nullable(),
  groupName: z.string().nullable(),
  /** 138****1234; 读不出 where the key that sealed it is gone; null without a phone. */
  phoneMasked: z.string().nullable(),
  phoneShared: z.boolean(),
  tags: z.array(tag),
  duty: z.string().nullable(),
  joinedOn: z.string().nullable(),
  /** Gets the Monday theme on paper from the leader. */
  paper: z.boolean(),
  hasRemark: z.boolean(),
  /** Has bound a WeChat. */
  bound: z.boolean(),
  state: z.enum(['active', 'transferred_out', 'closed']),
  roles: z.array(memberRole),
});

const written = {
  name: text(30),
  gender: gender.nullable().optional(),
  tags: z.array(tag).max(5).optional(),
  duty: optionalText(60).nullable().optional(),
  joinedOn: joinedOn.nullable().optional(),
  paper: z.boolean().optional(),
  /** Health and the like: encrypted, shown only on request to those who need it. */
  remark: optionalText(500).nullable().optional(),
};

export const memberContract = {
  listMembers: {
    query: pageQuery.extend({
      groupId: id.optional(),
      q: optionalText(30).optional(),
      state: z.enum(['active', 'transferred_out', 'closed']).optional(),
    }),
    answer: page(member),
  },
  createMember: {
    body: z.object({ ...written, groupId: id, phone: phone.nullable(), phoneShared: z.boolean().default(false), since: date.optional() }),
    answer: member,
  },
  getMember: {
    params: byId,
    answer: member.extend({
      /** What the town itself calls them, beside the five tags. */
      ownTags: z.array(z.string()),
      memberships: z.array(z.object({ groupId: id, groupName: z.string(), from: date, to: date.nullable() })),
    }),
  },
  updateMember: { params: byId, body: z.object({ ...written, name: text(30).optional() }), answer: member },
  changePhone: { params: byId, body: z.object({ phone: phone.nullable(), shared: z.boolean().default(false) }), answer: member },
  revealPhone: { params: byId, answer: z.object({ phone: z.string().nullable() }) },
  revealRemark: { params: byId, answer: z.object({ remark: z.string().nullable() }) },
  moveMember: { params: byId, body: z.object({ groupId: id, on: date }), answer: member },
  closeMember: { params: byId, body: z.object({ kind: z.enum(['transferred_out', 'closed']), on: date, reason: text(200) }), answer: member },
  reopenMember: { params: byId, answer: member },
  grantRole: { params: byId, body: z.object({ role: role.exclude(['member', 'operator']), groupId: id.optional() }), answer: memberRole },
  endRole: { params: z.object({ id, roleId: id }), answer: null },
  createInvitation: { params: byId, answer: z.object({ code: z.string(), expiresAt: instant }) },
  ...rosterImportContract,
} satisfies ContractOf<typeof memberRoutes>;
