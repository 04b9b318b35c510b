import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Group } from '../groups/group.entity.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';

type GroupView = Answer<'createGroup'>;

/** Groups with their people: how many, and who leads. */
@Injectable()
export class GroupDeskService {
  constructor(
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly acts: Acts,
  ) {}

  async list(scope: PersonScope, page: number, pageSize: number): Promise<Answer<'listGroups'>> {
    const all = await this.groups.open(scope);
    const items = await this.viewsOf(scope, all.slice((page - 1) * pageSize, page * pageSize));
    return { items, page, pageSize, total: all.length };
  }

  add(scope: PersonScope, name: string): Promise<GroupView> {
    return this.acts.perform(scope, async () => this.viewOf(scope, await this.groups.add(scope, name)));
  }

  rename(scope: PersonScope, id: string, name: string): Promise<GroupView> {
    return this.acts.perform(scope, async () => {
      await this.groups.rename(scope, id, name);
      return this.viewOf(scope, await this.groups.find(scope, id));
    });
  }

  async close(scope: PersonScope, id: string): Promise<void> {
    await this.acts.perform(scope, async () => {
      const count = (await this.members.countByGroup(scope)).get(id) ?? 0;
      if (count > 0) throw new AppError('GROUP_HAS_MEMBERS', { detail: { count } });
      await this.groups.close(scope, id);
    }, { target: id });
  }

  async mine(scope: PersonScope): Promise<Answer<'getMyGroup'>> {
    const { groupId } = await this.members.self(scope);
    const group = (await this.groups.open(scope)).find(({ id }) => id === groupId);
    if (!group) return { group: null, members: [] };
    const members = await this.members.fellows(scope, group.id);
    return { group: await this.viewOf(scope, group), members };
  }

  private async viewOf(scope: PersonScope, group: Group): Promise<GroupView> {
    const [view] = await this.viewsOf(scope, [group]);
    if (!view) throw new AppError('NOT_FOUND');
    return view;
  }

  private async viewsOf(scope: PersonScope, groups: readonly Group[]): Promise<GroupView[]> {
    const counts = await this.members.countByGroup(scope);
    const leaders = await this.roles.leaders(scope);
    const people = await this.members.people(scope, leaders.map(({ memberId }) => memberId));
    return groups.map(({ id, name, closedAt }) => ({
      ...{ id, name, closed: closedAt !== null, members: counts.get(id) ?? 0 },
      leaders: leaders.filter(({ groupId }) => groupId === id).flatMap(({ memberId }) => people.get(memberId) ?? []),
    }));
  }
}
