import { type Permission, reachOf } from '@weidangxiao/shared/permissions.ts';
import type { MonthGap } from '@weidangxiao/shared/rules/month-gaps.ts';
import { useSession } from '../../platform/session.ts';

/** What supplying it takes; what nobody does at the desk has no place there. */
const takes: Readonly<Partial<Record<MonthGap, Permission>>> = {
  openSessions: 'study-sessions.write',
  unmarked: 'attendance.write',
  signIns: 'attendance.write',
  leaves: 'leaves.decide',
  makeUps: 'make-ups.decide',
  reflections: 'reflections.review',
};

/** Where this person can supply what is missing; null where it is for somebody else to do. */
export function useWay(): (gap: { kind: MonthGap; place: string | null }) => string | null {
  const roles = useSession(({ caller }) => caller?.roles);
  return ({ kind, place }) => {
    const permission = takes[kind];
    return place && permission && reachOf(permission, roles ?? []) !== null ? `#${place}` : null;
  };
}
