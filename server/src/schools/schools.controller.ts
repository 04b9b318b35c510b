import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { SchoolsService } from './schools.service.ts';

@Controller()
export class SchoolsController {
  constructor(private readonly schools: SchoolsService) {}

  @Serves('listSchools')
  list(@By() scope: PersonScope, @In() { query }: Input<'listSchools'>): Promise<Answer<'listSchools'>> {
    return this.schools.list(scope, query);
  }

  @Serves('getSchool')
  one(@By() scope: PersonScope, @In() { params }: Input<'getSchool'>): Promise<Answer<'getSchool'>> {
    return this.schools.one(scope, params.id);
  }

  @Serves('updateSchool')
  change(@By() scope: GroupScope | WholeTownScope, @In() { params, body }: Input<'updateSchool'>): Promise<Answer<'updateSchool'>> {
    return this.schools.change(scope, params.id, body);
  }
}
