import type { Reach } from '@weidangxiao/shared/permissions.ts';
import { routeNamed, type RouteName } from '@weidangxiao/shared/routes/all.ts';
import type { Member } from '../../src/members/member.entity.ts';
import { scopeFor } from '../../src/platform/access/mint.ts';
import type { Scope } from '../../src/platform/access/scope.ts';
import { inContext } from '../../src/platform/context/request-context.ts';

/** Runs a use case as the route would for this member: same scope, same act in the audit log, no HTTP in between. */
export function asPerson<S extends Scope, T>(member: Member, reach: Reach, name: RouteName, work: (scope: S) => Promise<T>): Promise<T> {
  const { id: memberId, townId, groupId } = member;
  const caller = { loginId: 'seed', townId, memberId, operatorId: null, groupId, roles: [], leads: groupId ? [groupId] : [], consentVersion: null };
  const scope = scopeFor(reach, caller, null) as S;
  return inContext({ requestId: 'seed', route: name, audit: routeNamed(name).audit, scope }, () => work(scope));
}
