import type { Member } from '../../src/members/member.entity.ts';
import type { SampleTown } from './sample-town.ts';

const day = 24 * 3_600_000;

/** Those of whom nothing is recorded for a while: one in hospital, one lent to the district, and some out of sight. */
export interface Away {
  readonly ill: Member | undefined;
  readonly lent: Member | undefined;
  readonly quiet: readonly Member[];
}

/** Ordinary members of groups that nobody plays in the demo. */
export function awayOf({ members, leaders }: SampleTown): Away {
  const played = [...leaders].sort((a, b) => a.id.localeCompare(b.id))[0]?.groupId;
  const leads = new Set(leaders.map(({ id }) => id));
  const ordinary = members.filter(({ id, groupId, duty }) => groupId !== null && groupId !== played && !leads.has(id) && duty === null);
  return { ill: ordinary[11], lent: ordinary[37], quiet: [3, 24, 25, 52].flatMap((at) => ordinary[at] ?? []) };
}

/** How many days before the present each begins and ends. */
export const illFor = 40;
export const lentFor = [60, 5] as const;
const quietFor = 50;

export type AwayAs = 'ill' | 'lent' | 'quiet';

/** Where somebody is at that instant of the town's year; null for whoever is there. */
export function awayAs(town: SampleTown, { id }: Member, at: number): AwayAs | null {
  const ago = (Date.now() - at) / day;
  if (ago > lentFor[0]) return null;
  const { ill, lent, quiet } = awayOf(town);
  if (ill?.id === id && ago <= illFor) return 'ill';
  if (lent?.id === id && ago >= lentFor[1]) return 'lent';
  return quiet.some((one) => one.id === id) && ago <= quietFor ? 'quiet' : null;
}
