import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { StudyCoverageService } from './study-coverage.service.ts';
import { SessionStripService } from './session-strip.service.ts';

@Controller()
export class StudyCoverageController {
  constructor(
    private readonly coverage: StudyCoverageService,
    private readonly strip: SessionStripService,
  ) {}

  @Serves('getCoverage')
  get(@By() scope: GroupScope | WholeTownScope, @In() { params, query }: Input<'getCoverage'>): Promise<Answer<'getCoverage'>> {
    return this.coverage.get(scope, params.month, query);
  }

  @Serves('getSessionStrip')
  getStrip(@By() scope: GroupScope | WholeTownScope, @In() { params }: Input<'getSessionStrip'>): Promise<Answer<'getSessionStrip'>> {
    return this.strip.get(scope, Number(params.year));
  }
}
