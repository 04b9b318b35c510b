import type { BusinessDate } from './week.ts';

export const planStates = ['current', 'coming', 'past'] as const;
export type PlanState = (typeof planStates)[number];

export interface PlanVersion {
  readonly version: number;
  readonly effectiveFrom: BusinessDate;
}

/** The newest version whose day has come; null before the first. */
export function versionInForce<V extends PlanVersion>(versions: readonly V[], today: BusinessDate): V | null {
  return versions.reduce<V | null>((best, one) => (one.effectiveFrom <= today && (!best || one.version > best.version) ? one : best), null);
}

/** What a version is on a day, given the number of the one in force on it. */
export function planStateOf({ version }: PlanVersion, inForce: number | null): PlanState {
  if (version === inForce) return 'current';
  return inForce !== null && version < inForce ? 'past' : 'coming';
}
