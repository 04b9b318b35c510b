import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { GroupDeskService } from './group-desk.service.ts';

@Controller()
export class GroupsController {
  constructor(private readonly groups: GroupDeskService) {}

  @Serves('listGroups')
  list(@By() scope: PersonScope, @In() { query }: Input<'listGroups'>): Promise<Answer<'listGroups'>> {
    return this.groups.list(scope, query.page, query.pageSize);
  }

  @Serves('createGroup')
  add(@By() scope: PersonScope, @In() { body }: Input<'createGroup'>): Promise<Answer<'createGroup'>> {
    return this.groups.add(scope, body.name);
  }

  @Serves('updateGroup')
  rename(@By() scope: PersonScope, @In() { params, body }: Input<'updateGroup'>): Promise<Answer<'updateGroup'>> {
    return this.groups.rename(scope, params.id, body.name);
  }

  @Serves('closeGroup')
  close(@By() scope: PersonScope, @In() { params }: Input<'closeGroup'>): Promise<void> {
    return this.groups.close(scope, params.id);
  }

  @Serves('getMyGroup')
  mine(@By() scope: PersonScope): Promise<Answer<'getMyGroup'>> {
    return this.groups.mine(scope);
  }
}
