import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { MonthPublishingService } from './month-publishing.service.ts';
import { MonthScoresService } from './month-scores.service.ts';

@Controller()
export class MonthResultsController {
  constructor(
    private readonly publishing: MonthPublishingService,
    private readonly scores: MonthScoresService,
  ) {}

  @Serves('getPublicationDraft')
  draft(@By() scope: WholeTownScope, @In() { params }: Input<'getPublicationDraft'>): Promise<Answer<'getPublicationDraft'>> {
    return this.publishing.draft(scope, params.month);
  }

  @Serves('listMonthScores')
  list(@By() scope: WholeTownScope, @In() { params, query }: Input<'listMonthScores'>): Promise<Answer<'listMonthScores'>> {
    return this.scores.list(scope, params.month, query);
  }

  @Serves('publishMonth')
  publish(@By() scope: WholeTownScope, @In() { params }: Input<'publishMonth'>): Promise<Answer<'publishMonth'>> {
    return this.publishing.publish(scope, params.month);
  }
}
