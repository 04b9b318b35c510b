import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { WeekCodesService } from './week-codes.service.ts';
import { WeeksService } from './weeks.service.ts';

@Controller()
export class WeeksController {
  constructor(
    private readonly weeks: WeeksService,
    private readonly codes: WeekCodesService,
  ) {}

  @Serves('getCurrentWeek')
  current(@By() scope: TownScope): Promise<Answer<'getCurrentWeek'>> {
    return this.weeks.current(scope);
  }

  @Serves('getWeek')
  one(@By() scope: TownScope, @In() { params }: Input<'getWeek'>): Promise<Answer<'getWeek'>> {
    return this.weeks.of(scope, params.monday);
  }

  @Serves('getWeekCode')
  code(@By() scope: TownScope, @In() { params }: Input<'getWeekCode'>): Promise<Answer<'getWeekCode'>> {
    return this.codes.of(scope, params.monday);
  }
}
