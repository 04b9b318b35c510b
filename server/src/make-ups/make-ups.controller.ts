import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { MakeUpDecisionsService } from './make-up-decisions.service.ts';
import { MakeUpsService } from './make-ups.service.ts';

@Controller()
export class MakeUpsController {
  constructor(
    private readonly makeUps: MakeUpsService,
    private readonly decisions: MakeUpDecisionsService,
  ) {}

  @Serves('createMakeUp')
  create(@By() scope: OwnScope | GroupScope, @In() { body }: Input<'createMakeUp'>): Promise<Answer<'createMakeUp'>> {
    return this.makeUps.create(scope, body);
  }

  @Serves('listMakeUps')
  list(@By() scope: PersonScope, @In() { query }: Input<'listMakeUps'>): Promise<Answer<'listMakeUps'>> {
    return this.makeUps.list(scope, query);
  }

  @Serves('decideMakeUp')
  decide(@By() scope: GroupScope | WholeTownScope, @In() { params, body }: Input<'decideMakeUp'>): Promise<Answer<'decideMakeUp'>> {
    return this.decisions.decide(scope, params.id, body);
  }
}
