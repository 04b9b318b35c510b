import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Member } from '../members/member.entity.ts';
import { type MembersService, reaches } from '../members/members.service.ts';
import type { GroupScope } from '../platform/access/scope.ts';

/**
 * A member of a group that the caller leads. A leader's scope holds their own records too, and somebody who leads one
 * group and belongs to another is no leader of themselves. @throws AppError NOT_FOUND
 */
export async function requireLed(members: MembersService, scope: GroupScope, memberId: string): Promise<Member> {
  const member = await members.find(scope, memberId);
  if (!member.groupId || !reaches(scope, member.groupId)) throw new AppError('NOT_FOUND');
  return member;
}
