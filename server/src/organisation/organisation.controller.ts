import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { OrganisationService } from './organisation.service.ts';

@Controller()
export class OrganisationController {
  constructor(private readonly organisation: OrganisationService) {}

  @Serves('getOrganisation')
  get(@By() scope: PersonScope): Promise<Answer<'getOrganisation'>> {
    return this.organisation.get(scope);
  }

  @Serves('setOrganisation')
  set(@By() scope: WholeTownScope, @In() { body }: Input<'setOrganisation'>): Promise<Answer<'setOrganisation'>> {
    return this.organisation.set(scope, body);
  }
}
