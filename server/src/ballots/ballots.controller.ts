import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { BallotsService } from './ballots.service.ts';
import { CirclesService } from './circles.service.ts';
import { PaperBoxesService } from './paper-boxes.service.ts';
import { PaperCountsService } from './paper-counts.service.ts';
import { VoteProgressService } from './vote-progress.service.ts';

@Controller()
export class BallotsController {
  constructor(
    private readonly ballots: BallotsService,
    private readonly circles: CirclesService,
    private readonly boxes: PaperBoxesService,
    private readonly counts: PaperCountsService,
    private readonly progress: VoteProgressService,
  ) {}

  @Serves('getMyBallot')
  mine(@By() scope: OwnScope): Promise<Answer<'getMyBallot'>> {
    return this.ballots.mine(scope);
  }

  @Serves('castBallot')
  cast(@By() scope: OwnScope, @In() { body }: Input<'castBallot'>): Promise<void> {
    return this.ballots.cast(scope, body);
  }

  @Serves('listVoteProgress')
  list(@By() scope: GroupScope | WholeTownScope, @In() { params }: Input<'listVoteProgress'>): Promise<Answer<'listVoteProgress'>> {
    return this.progress.list(scope, params.month);
  }

  @Serves('joinVote')
  join(@By() scope: WholeTownScope, @In() { params, body }: Input<'joinVote'>): Promise<void> {
    return this.circles.join(scope, params.month, body.groupIds);
  }

  @Serves('endJointVote')
  part(@By() scope: WholeTownScope, @In() { params }: Input<'endJointVote'>): Promise<void> {
    return this.circles.part(scope, params.month, params.id);
  }

  @Serves('getPaperBox')
  box(@By() scope: GroupScope | WholeTownScope, @In() { params }: Input<'getPaperBox'>): Promise<Answer<'getPaperBox'>> {
    return this.boxes.view(scope, params.month, params.id);
  }

  @Serves('handPaperBallots')
  hand(@By() scope: GroupScope | WholeTownScope, @In() { params, body }: Input<'handPaperBallots'>): Promise<Answer<'handPaperBallots'>> {
    return this.boxes.hand(scope, params, body.memberIds);
  }

  @Serves('takeBackPaperBallot')
  takeBack(@By() scope: GroupScope | WholeTownScope, @In() { params, body }: Input<'takeBackPaperBallot'>): Promise<void> {
    return this.boxes.takeBack(scope, params, body.memberId);
  }

  @Serves('enterPaperTally')
  enter(@By() scope: GroupScope | WholeTownScope, @In() { params, body }: Input<'enterPaperTally'>): Promise<Answer<'enterPaperTally'>> {
    return this.counts.enter(scope, params, body);
  }

  @Serves('clearPaperTallies')
  clear(@By() scope: WholeTownScope, @In() { params }: Input<'clearPaperTallies'>): Promise<void> {
    return this.counts.clear(scope, params);
  }
}
