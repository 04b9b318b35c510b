import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { participation } from '@weidangxiao/shared/rules/annual-scores/dimensions.ts';
import type { MonthFacts } from '@weidangxiao/shared/rules/assessment.ts';
import { dimensionKeys } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { businessDate, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { MonthFactsService } from '../assessments/month-facts.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService, reaches } from '../members/members.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';

type Dimensions = Answer<'getGroupDimensions'>;
type Scope = GroupScope | WholeTownScope;

/** A group's five kinds of study, month by month: how often people took part together, never who. */
@Injectable()
export class GroupDimensionsService {
  constructor(
    private readonly scores: MonthlyScoresService,
    private readonly facts: MonthFactsService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly rubrics: RubricsService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError NOT_FOUND for a group out of reach */
  async of(scope: Scope, id: string, year: string): Promise<Dimensions> {
    if (!reaches(scope, id)) throw new AppError('NOT_FOUND');
    const group = await this.groups.find(scope, id);
    const { rubric } = await this.rubrics.today(scope);
    const months: Dimensions['months'] = [];
    for (const month of this.begun(year)) {
      const facts = await this.ofMonth(scope, month, id);
      if (facts.length > 0) months.push({ month, people: facts.length, parts: participation(facts) });
    }
    return { year: Number(year), group: { id, name: group.name }, dimensions: dimensionKeys.map((dimension) => ({ dimension, label: rubric.labels[dimension] })), months };
  }

  /** As they were taken at the cut-off; before it as they are now. */
  private async ofMonth(scope: Scope, month: string, groupId: string): Promise<MonthFacts[]> {
    const taken = await this.scores.factsOfGroup(scope, month, groupId);
    if (taken.length > 0) return taken;
    const day = [datesOfMonth(month).to, businessDate(this.clock.now())].sort()[0] ?? '';
    const ids = (await this.members.belongingOn(scope, [groupId], day)).map(({ memberId }) => memberId);
    return (await this.facts.ofMembers(scope, month, ids)).map(({ facts }) => facts);
  }

  private begun(year: string): string[] {
    const now = monthOf(businessDate(this.clock.now()));
    return Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`).filter((month) => month <= now);
  }
}
