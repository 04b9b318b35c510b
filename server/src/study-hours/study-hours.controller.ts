import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { StudyHoursService } from './study-hours.service.ts';

@Controller()
export class StudyHoursController {
  constructor(private readonly hours: StudyHoursService) {}

  @Serves('getMyHours')
  mine(@By() scope: OwnScope, @In() { params, query }: Input<'getMyHours'>): Promise<Answer<'getMyHours'>> {
    return this.hours.mine(scope, params.year, query);
  }

  @Serves('getMemberHours')
  ofMember(@By() scope: GroupScope | WholeTownScope, @In() { params, query }: Input<'getMemberHours'>): Promise<Answer<'getMemberHours'>> {
    return this.hours.ofMember(scope, params, query);
  }

  @Serves('listStudyHours')
  list(@By() scope: GroupScope | WholeTownScope, @In() { params, query }: Input<'listStudyHours'>): Promise<Answer<'listStudyHours'>> {
    return this.hours.list(scope, params.year, query);
  }
}
