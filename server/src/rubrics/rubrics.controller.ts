import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { RubricChecksService } from './rubric-checks.service.ts';
import { RubricVersionsService } from './rubric-versions.service.ts';

@Controller()
export class RubricsController {
  constructor(
    private readonly versions: RubricVersionsService,
    private readonly checks: RubricChecksService,
  ) {}

  @Serves('getRubric')
  get(@By() scope: PersonScope): Promise<Answer<'getRubric'>> {
    return this.checks.get(scope);
  }

  @Serves('listRubricVersions')
  list(@By() scope: PersonScope, @In() { query }: Input<'listRubricVersions'>): Promise<Answer<'listRubricVersions'>> {
    return this.versions.list(scope, query);
  }

  @Serves('createRubricVersion')
  create(@By() scope: WholeTownScope, @In() { body }: Input<'createRubricVersion'>): Promise<Answer<'createRubricVersion'>> {
    return this.versions.create(scope, body);
  }

  @Serves('withdrawRubricVersion')
  withdraw(@By() scope: WholeTownScope, @In() { params, body }: Input<'withdrawRubricVersion'>): Promise<Answer<'withdrawRubricVersion'>> {
    return this.versions.withdraw(scope, params.id, body.reason);
  }

  @Serves('checkRubricLabel')
  check(@By() scope: WholeTownScope, @In() { params, body }: Input<'checkRubricLabel'>): Promise<Answer<'checkRubricLabel'>> {
    return this.checks.check(scope, params.dimension, body);
  }
}
