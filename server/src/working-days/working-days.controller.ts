import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { DayExceptionsService } from './day-exceptions.service.ts';

@Controller()
export class WorkingDaysController {
  constructor(private readonly exceptions: DayExceptionsService) {}

  @Serves('listDayExceptions')
  list(@By() scope: PersonScope, @In() { query }: Input<'listDayExceptions'>): Promise<Answer<'listDayExceptions'>> {
    return this.exceptions.list(scope, query.year);
  }

  @Serves('setDayException')
  set(@By() scope: WholeTownScope, @In() { params, body }: Input<'setDayException'>): Promise<void> {
    return this.exceptions.set(scope, params.day, body);
  }

  @Serves('clearDayException')
  clear(@By() scope: WholeTownScope, @In() { params }: Input<'clearDayException'>): Promise<void> {
    return this.exceptions.clear(scope, params.day);
  }

  @Serves('addPublishedDays')
  addPublished(@By() scope: WholeTownScope, @In() { body }: Input<'addPublishedDays'>): Promise<Answer<'addPublishedDays'>> {
    return this.exceptions.addPublished(scope, body.year);
  }
}
