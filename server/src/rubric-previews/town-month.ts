import { Injectable } from '@nestjs/common';
import type { MonthFacts } from '@weidangxiao/shared/rules/assessment.ts';
import { addDays, businessDate, datesOfMonth, startOf } from '@weidangxiao/shared/rules/week.ts';
import { StudyFactsService } from '../assessments/study-facts.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';

export interface PersonMonth {
  readonly memberId: string;
  readonly groupId: string | null;
  /** Of somebody who is exempt the whole month there are none. */
  readonly facts: MonthFacts;
}

const chunk = 200;

/** What everybody of a town did in a month, as far as it is recorded; never what colleagues gave each other. */
@Injectable()
export class TownMonth {
  constructor(
    private readonly members: MembersService,
    private readonly studies: StudyFactsService,
    private readonly rubrics: RubricsService,
    private readonly clock: Clock,
  ) {}

  /** A chunk of people at a time. */
  async *people(scope: WholeTownScope, month: string): AsyncGenerator<readonly PersonMonth[]> {
    let after: string | null = null;
    for (;;) {
      const ids: string[] = (await this.members.activeAfter(scope, after, chunk)).map(({ id }) => id);
      if (ids.length === 0) return;
      yield await this.monthsOf(scope, month, ids);
      after = ids.at(-1) ?? null;
    }
  }

  private async monthsOf(scope: WholeTownScope, month: string, ids: readonly string[]): Promise<PersonMonth[]> {
    const now = this.clock.now();
    const { to } = datesOfMonth(month);
    const today = businessDate(now);
    const [groups, { rubric }] = [await this.members.groupsOn(scope, ids, today < to ? today : to), await this.rubrics.forMonth(scope, month)];
    const months: PersonMonth[] = [];
    for (const memberId of ids) {
      const { facts, exempt } = await this.studies.monthOf(scope, { memberId, month, ended: now >= startOf(addDays(to, 1)), now, rubric });
      months.push({ memberId, groupId: groups.get(memberId) ?? null, facts: exempt === 'whole' ? {} : facts });
    }
    return months;
  }
}
