import { Controller } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { businessDate, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { By } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from './rubrics.service.ts';

@Controller()
export class RubricsController {
  constructor(
    private readonly rubrics: RubricsService,
    private readonly clock: Clock,
  ) {}

  @Serves('getRubric')
  async get(@By() scope: PersonScope): Promise<Answer<'getRubric'>> {
    const { version, effectiveFrom, rubric } = await this.rubrics.forMonth(scope, monthOf(businessDate(this.clock.now())));
    return { version, effectiveFrom, rubric: { ...rubric } };
  }
}
