import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { enoughToVote } from '@weidangxiao/shared/rules/ballot.ts';
import { groupKey } from '@weidangxiao/shared/rules/group-name.ts';
import { byCountedName } from '@weidangxiao/shared/rules/name-order.ts';
import { addDays, businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { JointVotesRepository } from './joint-votes.repository.ts';
import { VotersService } from './voters.service.ts';

export interface GroupName {
  readonly id: string;
  readonly name: string;
}

export interface CircleAhead {
  readonly circleId: string;
  readonly people: number;
  /** They are enough for a valid vote. */
  readonly votes: boolean;
}

/** Who rates each other: a group, or two small ones that an admin has joined for a month. A circle is called by the id of one of its groups. */
@Injectable()
export class CirclesService {
  constructor(
    private readonly joint: JointVotesRepository,
    private readonly months: AssessmentMonthsService,
    private readonly groups: GroupsService,
    private readonly voters: VotersService,
    private readonly rubrics: RubricsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The circle of a group in that month. */
  async circleOf(scope: TownScope, month: string): Promise<(groupId: string) => string> {
    const joined = new Map((await this.joint.ofMonth(scope, month)).map(({ groupId, circleId }) => [groupId, circleId]));
    return (groupId) => joined.get(groupId) ?? groupId;
  }

  /** The groups of a circle, with their names. */
  async groupsOf(scope: TownScope, month: string): Promise<(circleId: string) => GroupName[]> {
    const [rows, names] = [await this.joint.ofMonth(scope, month), await this.groups.names(scope)];
    return (circleId) => {
      const ids = rows.filter((row) => row.circleId === circleId).map(({ groupId }) => groupId);
      return (ids.length > 0 ? ids : [circleId]).map((id) => ({ id, name: names.get(id) ?? '' })).sort((a, b) => byCountedName(groupKey(a.name), groupKey(b.name)));
    };
  }

  /** The circles as they would be if the vote began now: what can still be joined is seen beforehand. */
  async ahead(scope: TownScope, month: string): Promise<CircleAhead[]> {
    const circleOf = await this.circleOf(scope, month);
    const { rubric } = await this.rubrics.forMonth(scope, month);
    const people = new Map<string, number>();
    for (const [groupId, count] of await this.voters.countByGroup(scope, month)) people.set(circleOf(groupId), (people.get(circleOf(groupId)) ?? 0) + count);
    return [...people].map(([circleId, count]) => ({ circleId, people: count, votes: enoughToVote(count, rubric.vote.leastBallots) }));
  }

  /** @throws AppError NOT_FOUND, INPUT_INVALID, JOINT_VOTE_LATE, JOINT_VOTE_NOT_NEEDED, JOINT_VOTE_TAKEN */
  async join(scope: WholeTownScope, month: string, groupIds: readonly [string, string]): Promise<void> {
    const [one, other] = groupIds;
    if (one === other) throw new AppError('INPUT_INVALID', { field: 'groupIds', detail: { reason: '要选两个不同的组' } });
    for (const id of groupIds) await this.groups.find(scope, id);
    await this.requireBefore(scope, month);
    await this.requireSmall(scope, month, groupIds);
    try {
      await this.acts.perform(scope, () => this.joint.insert(scope, month, one < other ? one : other, groupIds), { target: one });
    } catch (error) {
      if (this.joint.isJoined(error)) throw new AppError('JOINT_VOTE_TAKEN');
      throw error;
    }
  }

  /** @throws AppError NOT_FOUND, JOINT_VOTE_LATE */
  async part(scope: WholeTownScope, month: string, groupId: string): Promise<void> {
    const row = (await this.joint.ofMonth(scope, month)).find((joined) => joined.groupId === groupId);
    if (!row) throw new AppError('NOT_FOUND');
    await this.requireBefore(scope, month);
    await this.acts.perform(scope, () => this.joint.delete(scope, month, row.circleId), { target: groupId });
  }

  /** Once flags are laid out, nobody changes the circle any more. */
  private async requireBefore(scope: TownScope, month: string): Promise<void> {
    const { calendar } = await this.months.month(scope, month);
    if (businessDate(this.clock.now()) >= calendar.voteFrom) throw new AppError('JOINT_VOTE_LATE', { detail: { before: dateInChinese(addDays(calendar.voteFrom, -1)) } });
  }

  private async requireSmall(scope: TownScope, month: string, groupIds: readonly string[]): Promise<void> {
    const counts = await this.voters.countByGroup(scope, month);
    const { rubric } = await this.rubrics.forMonth(scope, month);
    const small = groupIds.some((id) => !enoughToVote(counts.get(id) ?? 0, rubric.vote.leastBallots));
    if (!small) throw new AppError('JOINT_VOTE_NOT_NEEDED', { detail: { least: rubric.vote.leastBallots + 1 } });
  }
}
