import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { groupKey } from '@weidangxiao/shared/rules/group-name.ts';
import { byCountedName } from '@weidangxiao/shared/rules/name-order.ts';
import { randomUUID } from 'node:crypto';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Group } from './group.entity.ts';
import { GroupsRepository } from './groups.repository.ts';

/** The groups themselves. Who is in them and who leads them is the members' business (`group-desk.service.ts`). */
@Injectable()
export class GroupsService {
  constructor(
    private readonly groups: GroupsRepository,
    private readonly clock: Clock,
  ) {}

  /** As people count them: the second before the tenth, whenever they were made. */
  async open(scope: TownScope): Promise<Group[]> {
    return (await this.groups.open(scope)).sort((a, b) => byCountedName(a.nameKey, b.nameKey));
  }

  /** Where a group stands in a list of people: the open ones as they are counted, then closed ones, then who is in none. */
  async places(scope: TownScope): Promise<(groupId: string | null) => number> {
    const places = new Map((await this.open(scope)).map(({ id }, at) => [id, at]));
    return (groupId) => (groupId === null ? places.size + 1 : (places.get(groupId) ?? places.size));
  }

  countOpen(scope: TownScope): Promise<number> {
    return this.groups.countOpen(scope);
  }

  /** Names by id, closed groups too: old records still name them. */
  async names(scope: TownScope): Promise<Map<string, string>> {
    return new Map((await this.groups.all(scope)).map(({ id, name }) => [id, name]));
  }

  /** @throws AppError NOT_FOUND also for a closed group. */
  async find(scope: TownScope, id: string): Promise<Group> {
    const group = await this.groups.one(scope, id);
    if (!group || group.closedAt !== null) throw new AppError('NOT_FOUND');
    return group;
  }

  /** Call inside a unit of work. @throws AppError GROUP_NAME_TAKEN */
  async add(scope: TownScope, name: string): Promise<Group> {
    const group = { id: randomUUID(), name, nameKey: groupKey(name), createdAt: this.clock.real(), closedAt: null };
    await this.groups.insert(scope, group);
    return { ...group, townId: scope.townId };
  }

  /** Several at once, which stay in this order. Call inside a unit of work. @throws AppError GROUP_NAME_TAKEN */
  async addAll(scope: TownScope, names: readonly string[]): Promise<Group[]> {
    const createdAt = this.clock.real();
    const groups = names.map((name, at) => ({ townId: scope.townId, id: randomUUID(), name, nameKey: groupKey(name), createdAt: createdAt + at, closedAt: null }));
    for (const group of groups) await this.groups.insert(scope, group);
    return groups;
  }

  async rename(scope: TownScope, id: string, name: string): Promise<void> {
    await this.find(scope, id);
    await this.groups.update(scope, id, { name, nameKey: groupKey(name) });
  }

  /** Its name becomes free for a new group. */
  async close(scope: TownScope, id: string): Promise<void> {
    const group = await this.find(scope, id);
    await this.groups.update(scope, id, { closedAt: this.clock.real(), nameKey: `${group.nameKey.slice(0, 20)}#${id}` });
  }
}
