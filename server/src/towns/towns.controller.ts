import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { HostScope, PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { TownsService } from './towns.service.ts';

@Controller()
export class TownsController {
  constructor(private readonly towns: TownsService) {}

  @Serves('listTowns')
  list(@By() scope: HostScope, @In() { query }: Input<'listTowns'>): Promise<Answer<'listTowns'>> {
    return this.towns.list(scope, query);
  }

  @Serves('createTown')
  create(@By() scope: HostScope, @In() { body }: Input<'createTown'>): Promise<Answer<'createTown'>> {
    return this.towns.create(scope, body);
  }

  @Serves('getTown')
  own(@By() scope: PersonScope): Promise<Answer<'getTown'>> {
    return this.towns.own(scope);
  }

  @Serves('updateTown')
  change(@By() scope: PersonScope, @In() { body }: Input<'updateTown'>): Promise<Answer<'updateTown'>> {
    return this.towns.change(scope, body);
  }
}
