import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { MonthBoardsService } from './month-boards.service.ts';

@Controller()
export class MonthBoardsController {
  constructor(private readonly boards: MonthBoardsService) {}

  @Serves('getAssessmentMonth')
  get(@By() scope: GroupScope | WholeTownScope, @In() { params }: Input<'getAssessmentMonth'>): Promise<Answer<'getAssessmentMonth'>> {
    return this.boards.get(scope, params.month);
  }
}
