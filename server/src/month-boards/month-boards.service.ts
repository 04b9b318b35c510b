import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { monthAllows, type MonthStage } from '@weidangxiao/shared/rules/assessment-month.ts';
import { type MonthGap, monthGaps, monthGapWords } from '@weidangxiao/shared/rules/month-gaps.ts';
import { VoteProgressService } from '../ballots/vote-progress.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService, reaches } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { type GapsOfGroups, MonthGapsService } from './month-gaps.service.ts';

type Board = Answer<'getAssessmentMonth'>;
type Row = Board['groups'][number];
type Scope = GroupScope | WholeTownScope;

/** The month's board: where the rating stands, what is missing group by group, and who can supply it. */
@Injectable()
export class MonthBoardsService {
  constructor(
    private readonly scores: MonthlyScoresService,
    private readonly gaps: MonthGapsService,
    private readonly votes: VoteProgressService,
    private readonly rubrics: RubricsService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError INPUT_INVALID for a month that has not begun */
  async get(scope: Scope, month: string): Promise<Board> {
    const { calendar, ...standing } = await this.scores.month(scope, month);
    const rubricVersion = standing.rubricVersion ?? (await this.rubrics.forMonth(scope, month)).version;
    const votes = asksForVotes(standing.stage) ? await this.votesOf(scope, month) : new Map<string, Row['vote']>();
    const groups = await this.rows(scope, month, { isCutOff: standing.cutOffAt !== null, votes });
    return { ...standing, ...calendar, rubricVersion, asOf: this.clock.now(), gaps: together(groups), groups };
  }

  /** As people count the groups, never by what they reached; those without a group last, where there are any. */
  private async rows(scope: Scope, month: string, { isCutOff, votes }: { isCutOff: boolean; votes: ReadonlyMap<string, Row['vote']> }): Promise<Row[]> {
    const open = (await this.groups.open(scope)).filter(({ id }) => reaches(scope, id));
    const gaps = await this.gaps.ofGroups(scope, month, open.map(({ id }) => id));
    const counts = isCutOff ? await this.scores.countByGroup(scope, month) : null;
    const leaders = await this.leaders(scope);
    const row = (groupId: string | null, group: Row['group']): Row => {
      const count = counts && (counts.get(groupId) ?? { people: 0, rated: 0 });
      return { group, leaders: (groupId && leaders.get(groupId)) || [], people: count?.people ?? null, rated: count?.rated ?? null, vote: (groupId && votes.get(groupId)) || null, gaps: gapsOf(gaps, groupId) };
    };
    const rows = open.map(({ id, name }) => row(id, { id, name }));
    const none = row(null, null);
    return scope.reach === 'town' && (none.gaps.length > 0 || none.people) ? [...rows, none] : rows;
  }

  /** By group; two that vote together have the same. */
  private async votesOf(scope: Scope, month: string): Promise<Map<string, Row['vote']>> {
    const { circles } = await this.votes.list(scope, month);
    return new Map(circles.flatMap(({ groups, id: circleId, ...circle }) => groups.map(({ id }): [string, Row['vote']] => [id, { ...circle, circleId }])));
  }

  private async leaders(scope: Scope): Promise<Map<string, Row['leaders']>> {
    const grants = await this.roles.leaders(scope);
    const people = await this.members.people(scope, grants.map(({ memberId }) => memberId));
    const found = new Map<string, Row['leaders']>();
    for (const { groupId, memberId } of grants) {
      const person = people.get(memberId);
      if (groupId && person) found.set(groupId, [...(found.get(groupId) ?? []), person]);
    }
    return found;
  }
}

/** While small groups can still be joined, and until the votes are in the published figures. */
function asksForVotes(stage: MonthStage): boolean {
  return stage === 'completing' || monthAllows[stage].includes('enterPaperVotes');
}

function gapsOf(all: GapsOfGroups, groupId: string | null): Row['gaps'] {
  return monthGaps.flatMap((kind) => {
    const count = all.get(kind)?.get(groupId) ?? 0;
    return count > 0 ? [{ kind, count, by: monthGapWords[kind].by, place: monthGapWords[kind].place }] : [];
  });
}

function together(rows: readonly Row[]): Board['gaps'] {
  return monthGaps.flatMap((kind: MonthGap) => {
    const found = rows.flatMap(({ gaps }) => gaps.filter((gap) => gap.kind === kind));
    const [first] = found;
    return first ? [{ ...first, count: found.reduce((sum, { count }) => sum + count, 0), groups: found.length }] : [];
  });
}
