import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Group } from './group.entity.ts';

/** Groups are known to everybody of their town; reaches narrower than the town matter only for their people. */
@Injectable()
export class GroupsRepository {
  constructor(private readonly database: Database) {}

  open(scope: TownScope): Promise<Group[]> {
    return this.database.rows(Group).findBy({ townId: scope.townId, closedAt: IsNull() });
  }

  all(scope: TownScope): Promise<Group[]> {
    return this.database.rows(Group).findBy({ townId: scope.townId });
  }

  countOpen(scope: TownScope): Promise<number> {
    return this.database.rows(Group).countBy({ townId: scope.townId, closedAt: IsNull() });
  }

  one(scope: TownScope, id: string): Promise<Group | null> {
    return this.database.rows(Group).findOneBy({ townId: scope.townId, id });
  }

  async insert(scope: TownScope, group: Omit<Group, 'townId'>): Promise<void> {
    await this.unlessTaken(group.name, () => this.database.rows(Group).insert({ ...group, townId: scope.townId }));
  }

  async update(scope: TownScope, id: string, changes: Partial<Group>): Promise<void> {
    await this.unlessTaken(changes.name ?? '', () => this.database.rows(Group).update({ townId: scope.townId, id }, changes));
  }

  private async unlessTaken(name: string, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (this.database.isUnique(error, 'uq_study_groups_name')) throw new AppError('GROUP_NAME_TAKEN', { field: 'name', detail: { name } });
      throw error;
    }
  }
}
