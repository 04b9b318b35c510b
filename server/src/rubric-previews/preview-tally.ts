import { monthlyScore, type MonthFacts, type Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';

export type GradeCounts = Record<Grade | 'unrated', number>;

export interface ChangedPerson {
  readonly memberId: string;
  readonly groupId: string | null;
  readonly before: Grade | null;
  readonly after: Grade | null;
}

export interface GroupTally {
  readonly before: GradeCounts;
  readonly after: GradeCounts;
}

const none = (): GradeCounts => ({ excellent: 0, good: 0, fair: 0, poor: 0, unrated: 0 });

/** Counts grades under two rubrics, person by person, and keeps who changes: no facts, no figures. */
export class PreviewTally {
  readonly town: GroupTally = { before: none(), after: none() };
  readonly groups = new Map<string | null, GroupTally>();
  readonly changed: ChangedPerson[] = [];

  constructor(
    private readonly was: Rubric,
    private readonly proposed: Rubric,
  ) {}

  add(memberId: string, groupId: string | null, facts: MonthFacts): void {
    const [before, after] = [monthlyScore(this.was, facts).grade, monthlyScore(this.proposed, facts).grade];
    for (const tally of [this.town, this.ofGroup(groupId)]) {
      tally.before[before ?? 'unrated'] += 1;
      tally.after[after ?? 'unrated'] += 1;
    }
    if (before !== after) this.changed.push({ memberId, groupId, before, after });
  }

  private ofGroup(groupId: string | null): GroupTally {
    const known = this.groups.get(groupId) ?? { before: none(), after: none() };
    this.groups.set(groupId, known);
    return known;
  }
}
