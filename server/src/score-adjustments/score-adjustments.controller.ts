import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { ScoreAdjustmentsService } from './score-adjustments.service.ts';

@Controller()
export class ScoreAdjustmentsController {
  constructor(private readonly adjustments: ScoreAdjustmentsService) {}

  @Serves('listScoreAdjustments')
  list(@By() scope: WholeTownScope, @In() { query }: Input<'listScoreAdjustments'>): Promise<Answer<'listScoreAdjustments'>> {
    return this.adjustments.list(scope, query);
  }

  @Serves('createScoreAdjustment')
  create(@By() scope: WholeTownScope, @In() { body }: Input<'createScoreAdjustment'>): Promise<Answer<'createScoreAdjustment'>> {
    return this.adjustments.create(scope, body);
  }

  @Serves('reverseScoreAdjustment')
  reverse(@By() scope: WholeTownScope, @In() { params, body }: Input<'reverseScoreAdjustment'>): Promise<Answer<'reverseScoreAdjustment'>> {
    return this.adjustments.reverse(scope, params.id, body);
  }
}
