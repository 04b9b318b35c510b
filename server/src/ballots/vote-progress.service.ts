import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { ballotsNeeded } from '@weidangxiao/shared/rules/assessment/monthly.ts';
import { leastShown } from '@weidangxiao/shared/rules/ballot.ts';
import { groupKey } from '@weidangxiao/shared/rules/group-name.ts';
import { byCountedName } from '@weidangxiao/shared/rules/name-order.ts';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';
import { reaches } from '../members/members.service.ts';
import type { GroupScope, TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { BallotsService } from './ballots.service.ts';
import { CirclesService } from './circles.service.ts';
import { stateOf } from './paper-boxes.service.ts';
import type { VoteBox } from './vote-box.entity.ts';
import { VotesRepository } from './votes.repository.ts';

type Progress = Answer<'listVoteProgress'>;
type Counts = Omit<Progress['circles'][number], 'groups' | 'needed'>;

/** How many of how many have voted, circle by circle. Who has not is in no answer. */
@Injectable()
export class VoteProgressService {
  constructor(
    private readonly votes: VotesRepository,
    private readonly ballots: BallotsService,
    private readonly circles: CirclesService,
    private readonly months: AssessmentMonthsService,
    private readonly rubrics: RubricsService,
  ) {}

  /** Before the vote the circles as they would be now. A vote that nobody was asked for while it lasted has none. */
  async list(scope: GroupScope | WholeTownScope, month: string): Promise<Progress> {
    const standing = await this.months.month(scope, month);
    const { voteFrom, voteUntil } = standing.calendar;
    const state = this.ballots.stateOf(standing);
    const groupsOf = await this.circles.groupsOf(scope, month);
    const circles = state === 'coming' ? await this.ahead(scope, month) : await this.standing(scope, month, state);
    const { rubric } = await this.rubrics.forMonth(scope, month);
    const reached = circles.map((circle) => ({ ...circle, needed: ballotsNeeded(rubric, circle.people - 1), groups: groupsOf(circle.id) })).filter(({ groups }) => groups.some(({ id }) => reaches(scope, id)));
    return { month, voteFrom, voteUntil, state, circles: reached.sort((a, b) => byCountedName(keyOf(a), keyOf(b))) };
  }

  private async ahead(scope: TownScope, month: string): Promise<Counts[]> {
    const circles = await this.circles.ahead(scope, month);
    return circles.map(({ circleId: id, people, votes }) => ({ id, people, votes, voted: null, handed: 0, paper: 'none' }));
  }

  private async standing(scope: TownScope, month: string, state: Progress['state']): Promise<Counts[]> {
    if (state === 'open') await this.ballots.open(scope, month);
    return (await this.votes.boxes(scope, month)).map(countsOf);
  }
}

const keyOf = ({ groups }: Pick<Progress['circles'][number], 'groups'>): string => groupKey(groups[0]?.name ?? '');

function countsOf(box: VoteBox): Counts {
  const { circleId: id, people, votes, voted, handed } = box;
  return { id, people, votes, voted: votes && people - 1 >= leastShown ? voted : null, handed, paper: stateOf(box) };
}
