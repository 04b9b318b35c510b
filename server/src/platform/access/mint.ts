import type { Reach } from '@weidangxiao/shared/permissions.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Caller } from './callers.ts';
import { HOST, type HostScope, type OpenScope, type PublicScope, type Scope, type SystemScope } from './scope.ts';

// The only file that makes scopes (rule 3). `as` puts on the brand, nothing else does.

/** The scope of a caller for a reach that `reachOf` has granted. */
export function scopeFor(reach: Reach, caller: Caller | null, townId: string | null): Scope {
  if (reach === 'open') return { reach, townId: HOST, memberId: null } as OpenScope;
  if (reach === 'host') return { reach, townId: HOST, memberId: null, operatorId: caller?.operatorId ?? null } as HostScope;
  if (reach === 'public') return publicScope(townId);
  if (!caller?.memberId || !caller.townId) throw new AppError('NOT_ALLOWED');
  const person = { townId: caller.townId, memberId: caller.memberId, groupId: caller.groupId };
  if (reach === 'group') return { ...person, reach, groupIds: caller.leads } as unknown as Scope;
  return { ...person, reach } as unknown as Scope;
}

function publicScope(townId: string | null): PublicScope {
  if (!townId) throw new AppError('NOT_FOUND');
  return { reach: 'public', townId, memberId: null } as PublicScope;
}

/** For jobs, callbacks, commands and seeds; `name` is what the audit shows as the one who acted. */
export function systemScope(townId: string, name: string): SystemScope {
  return { reach: 'system', townId, memberId: null, name } as SystemScope;
}

/** For the host's own commands. */
export function hostScope(operatorId: string | null = null): HostScope {
  return { reach: 'host', townId: HOST, memberId: null, operatorId } as HostScope;
}
