import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { LeaveDecisionsService } from './leave-decisions.service.ts';
import { LeavesService } from './leaves.service.ts';

@Controller()
export class LeavesController {
  constructor(
    private readonly leaves: LeavesService,
    private readonly decisions: LeaveDecisionsService,
  ) {}

  @Serves('createLeave')
  create(@By() scope: OwnScope | GroupScope, @In() { body }: Input<'createLeave'>): Promise<Answer<'createLeave'>> {
    return this.leaves.create(scope, body);
  }

  @Serves('listLeaves')
  list(@By() scope: PersonScope, @In() { query }: Input<'listLeaves'>): Promise<Answer<'listLeaves'>> {
    return this.leaves.list(scope, query);
  }

  @Serves('decideLeave')
  decide(@By() scope: GroupScope | WholeTownScope, @In() { params, body }: Input<'decideLeave'>): Promise<Answer<'decideLeave'>> {
    return this.decisions.decide(scope, params.id, body);
  }

  @Serves('withdrawLeave')
  withdraw(@By() scope: OwnScope | GroupScope, @In() { params }: Input<'withdrawLeave'>): Promise<Answer<'withdrawLeave'>> {
    return this.decisions.withdraw(scope, params.id);
  }
}
