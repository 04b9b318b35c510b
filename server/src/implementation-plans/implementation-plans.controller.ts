import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { ImplementationPlansService } from './implementation-plans.service.ts';

@Controller()
export class ImplementationPlansController {
  constructor(private readonly plans: ImplementationPlansService) {}

  @Serves('getImplementationPlan')
  get(@By() scope: PersonScope, @In() { query }: Input<'getImplementationPlan'>): Promise<Answer<'getImplementationPlan'>> {
    return this.plans.get(scope, query.version);
  }

  @Serves('listImplementationPlans')
  list(@By() scope: PersonScope, @In() { query }: Input<'listImplementationPlans'>): Promise<Answer<'listImplementationPlans'>> {
    return this.plans.list(scope, query);
  }

  @Serves('createImplementationPlan')
  create(@By() scope: WholeTownScope, @In() { body }: Input<'createImplementationPlan'>): Promise<Answer<'createImplementationPlan'>> {
    return this.plans.create(scope, body);
  }
}
