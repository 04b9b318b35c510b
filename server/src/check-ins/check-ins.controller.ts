import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { CheckInIntakeService } from './check-in-intake.service.ts';
import { CheckInsService } from './check-ins.service.ts';
import { LateCheckInsService } from './late-check-ins.service.ts';

@Controller()
export class CheckInsController {
  constructor(
    private readonly intake: CheckInIntakeService,
    private readonly checkIns: CheckInsService,
    private readonly late: LateCheckInsService,
  ) {}

  @Serves('createCheckIn')
  create(@By() scope: OwnScope, @In() { body }: Input<'createCheckIn'>): Promise<Answer<'createCheckIn'>> {
    return this.intake.fromPhone(scope, body);
  }

  @Serves('listMyCheckIns')
  mine(@By() scope: OwnScope, @In() { query }: Input<'listMyCheckIns'>): Promise<Answer<'listMyCheckIns'>> {
    return this.checkIns.mine(scope, query);
  }

  @Serves('listGroupCheckIns')
  ofGroup(@By() scope: GroupScope, @In() { query }: Input<'listGroupCheckIns'>): Promise<Answer<'listGroupCheckIns'>> {
    return this.checkIns.ofGroup(scope, query);
  }

  @Serves('createPaperNote')
  createPaperNote(@By() scope: GroupScope, @In() { params, body }: Input<'createPaperNote'>): Promise<Answer<'createPaperNote'>> {
    return this.intake.fromPaper(scope, params.id, body);
  }

  @Serves('decideLateCheckIn')
  decide(@By() scope: GroupScope, @In() { params, body }: Input<'decideLateCheckIn'>): Promise<Answer<'decideLateCheckIn'>> {
    return this.late.decide(scope, params.id, body);
  }
}
