import { Injectable } from '@nestjs/common';
import { exemptShare } from '@weidangxiao/shared/rules/exemption.ts';
import { datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { ExemptionsService } from '../exemptions/exemptions.service.ts';
import { MonthRollsService } from '../members/month-rolls.service.ts';
import type { TownScope } from '../platform/access/scope.ts';

const chunk = 1_000;

export interface Voter {
  readonly memberId: string;
  readonly groupId: string;
}

/** Who rates and is rated in a month: by the group of its last day, less those who are exempt all of it. */
@Injectable()
export class VotersService {
  constructor(
    private readonly rolls: MonthRollsService,
    private readonly exemptions: ExemptionsService,
  ) {}

  /** The next of them in the order of ids. `through` is the last member looked at; null when there was nobody left. */
  async after(scope: TownScope, month: string, after: string | null): Promise<{ through: string | null; voters: Voter[] }> {
    const days = datesOfMonth(month);
    const { through, people } = await this.rolls.after(scope, days.to, after, chunk);
    const exempt = await this.exemptions.spans(scope, days.from, days.to, people.map(({ memberId }) => memberId));
    const voters = people.flatMap(({ memberId, groupId, belonged }) => (groupId === null || exemptShare(days, belonged, exempt.get(memberId) ?? []) === 'whole' ? [] : [{ memberId, groupId }]));
    return { through, voters };
  }

  /** How many each group has, as far as is known today; a group without any is left out. */
  async countByGroup(scope: TownScope, month: string): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (let after: string | null = null; ; ) {
      const { through, voters } = await this.after(scope, month, after);
      for (const { groupId } of voters) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
      if (through === null) return counts;
      after = through;
    }
  }
}
