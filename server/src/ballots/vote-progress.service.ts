import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { leastShown } from '@weidangxiao/shared/rules/ballot.ts';
import { byCountedName } from '@weidangxiao/shared/rules/name-order.ts';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';
import { reaches } from '../members/members.service.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { BallotsService } from './ballots.service.ts';
import { CirclesService, type GroupName } from './circles.service.ts';
import { stateOf } from './paper-boxes.service.ts';
import type { VoteBox } from './vote-box.entity.ts';
import { VotesRepository } from './votes.repository.ts';

type Progress = Answer<'listVoteProgress'>;

/** How many of how many have voted, circle by circle. Who has not is in no answer. */
@Injectable()
export class VoteProgressService {
  constructor(
    private readonly votes: VotesRepository,
    private readonly ballots: BallotsService,
    private readonly circles: CirclesService,
    private readonly months: AssessmentMonthsService,
  ) {}

  async list(scope: GroupScope | WholeTownScope, month: string): Promise<Progress> {
    const standing = await this.months.month(scope, month);
    const { voteFrom, voteUntil } = standing.calendar;
    const boxes = (await this.ballots.open(scope, month)) ? await this.votes.boxes(scope, month) : [];
    const groupsOf = await this.circles.groupsOf(scope, month);
    const circles = boxes.map((box) => circleOf(box, groupsOf(box.circleId))).filter(({ groups }) => groups.some(({ id }) => reaches(scope, id)));
    return { month, voteFrom, voteUntil, state: this.ballots.stateOf(standing), circles: circles.sort((a, b) => byCountedName(nameOf(a), nameOf(b))) };
  }
}

const nameOf = ({ groups }: Pick<Progress['circles'][number], 'groups'>): string => groups[0]?.name ?? '';

function circleOf(box: VoteBox, groups: GroupName[]): Progress['circles'][number] {
  const { circleId: id, people, votes, voted, handed } = box;
  return { id, groups, people, votes, voted: votes && people - 1 >= leastShown ? voted : null, handed, paper: stateOf(box) };
}
