import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { OpenScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { DemoService } from './demo.service.ts';

@Controller()
export class DemoController {
  constructor(private readonly demo: DemoService) {}

  @Serves('getDemo')
  about(): Promise<Answer<'getDemo'>> {
    return this.demo.about();
  }

  @Serves('setDemoClock')
  moveClock(@By() scope: OpenScope, @In() { body }: Input<'setDemoClock'>): Promise<Answer<'setDemoClock'>> {
    return this.demo.moveClock(scope, Date.parse(body.now));
  }

  @Serves('createDemoLogin')
  become(@By() scope: OpenScope, @In() { body }: Input<'createDemoLogin'>): Promise<Answer<'createDemoLogin'>> {
    return this.demo.become(scope, body.role);
  }
}
