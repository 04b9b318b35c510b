import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { ExemptionDeskService } from './exemption-desk.service.ts';

@Controller()
export class ExemptionsController {
  constructor(private readonly desk: ExemptionDeskService) {}

  @Serves('createExemption')
  create(@By() scope: WholeTownScope, @In() { body }: Input<'createExemption'>): Promise<Answer<'createExemption'>> {
    return this.desk.create(scope, body);
  }

  @Serves('listExemptions')
  list(@By() scope: PersonScope, @In() { query }: Input<'listExemptions'>): Promise<Answer<'listExemptions'>> {
    return this.desk.list(scope, query);
  }

  @Serves('endExemption')
  end(@By() scope: WholeTownScope, @In() { params, body }: Input<'endExemption'>): Promise<Answer<'endExemption'>> {
    return this.desk.end(scope, params.id, body);
  }
}
