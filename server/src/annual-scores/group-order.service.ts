import { Injectable } from '@nestjs/common';
import { groupKey } from '@weidangxiao/shared/rules/group-name.ts';
import { byCountedName } from '@weidangxiao/shared/rules/name-order.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { GroupCount } from './annual-scores.repository.ts';

export interface NamedCount extends GroupCount {
  readonly name: string;
}

/** A year's groups as people count them, closed ones too; those without a group last. */
@Injectable()
export class GroupOrderService {
  constructor(private readonly groups: GroupsService) {}

  async of(scope: TownScope, counts: readonly GroupCount[]): Promise<NamedCount[]> {
    const names = await this.groups.names(scope);
    const named = counts.map((count) => ({ ...count, name: count.groupId === null ? '没有小组' : (names.get(count.groupId) ?? '') }));
    return named.sort((a, b) => Number(a.groupId === null) - Number(b.groupId === null) || byCountedName(groupKey(a.name), groupKey(b.name)));
  }
}
