import type { Permission } from '@weidangxiao/shared/permissions.ts';
import { useMaySomewhere, useSession } from '../../platform/session.ts';

/** Whose matters this person decides among those that they see; never their own. */
export function useDecides(permission: Permission): (memberId: string) => boolean {
  const may = useMaySomewhere(permission);
  const me = useSession(({ caller }) => caller?.member?.id);
  return (memberId) => may && memberId !== me;
}
