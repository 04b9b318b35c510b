import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Member } from './member.entity.ts';
import type { RoleGrant } from './role-grant.entity.ts';

export type MemberView = Answer<'createMember'>;
type RoleView = Answer<'grantRole'>;

export interface Surroundings {
  readonly groupNames: ReadonlyMap<string, string>;
  readonly grants: readonly RoleGrant[];
  /** Ids of members who have bound a WeChat. */
  readonly bound: ReadonlySet<string>;
  maskedPhoneOf(member: Member): string | null;
}

/** A member as admins and leaders see one: the phone masked, the remark only as a fact. */
export function viewOf(member: Member, { groupNames, grants, bound, maskedPhoneOf }: Surroundings): MemberView {
  const { id, name, gender, groupId, phoneShared, tags, duty, joinedOn, paper, state } = member;
  return {
    ...{ id, name, gender, groupId, phoneShared, tags, duty, joinedOn, paper, state },
    groupName: groupId && (groupNames.get(groupId) ?? null),
    phoneMasked: maskedPhoneOf(member),
    hasRemark: member.remarkCipher !== null,
    bound: bound.has(id),
    roles: grants.filter(({ memberId }) => memberId === id).map((grant) => roleViewOf(grant, groupNames)),
  };
}

export function roleViewOf({ id, role, groupId, grantedAt }: RoleGrant, groupNames: ReadonlyMap<string, string>): RoleView {
  return { id, role, groupId, groupName: groupId && (groupNames.get(groupId) ?? null), since: grantedAt };
}
