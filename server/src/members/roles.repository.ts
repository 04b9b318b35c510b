import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { type GrantedRole, RoleGrant } from './role-grant.entity.ts';

@Injectable()
export class RolesRepository {
  constructor(private readonly database: Database) {}

  ofMembers(scope: TownScope, memberIds: readonly string[]): Promise<RoleGrant[]> {
    return this.database.rows(RoleGrant).find({ where: { townId: scope.townId, memberId: In([...memberIds]), endedAt: IsNull() }, order: { grantedAt: 'ASC' } });
  }

  holding(scope: TownScope, role: GrantedRole): Promise<RoleGrant[]> {
    return this.database.rows(RoleGrant).findBy({ townId: scope.townId, role, endedAt: IsNull() });
  }

  one(scope: TownScope, memberId: string, id: string): Promise<RoleGrant | null> {
    return this.database.rows(RoleGrant).findOneBy({ townId: scope.townId, memberId, id, endedAt: IsNull() });
  }

  async insert(scope: TownScope, grant: Omit<RoleGrant, 'townId'>): Promise<void> {
    await this.database.rows(RoleGrant).insert({ ...grant, townId: scope.townId });
  }

  async end(scope: TownScope, where: { id?: string; memberId?: string }, endedAt: number, endedBy: string): Promise<void> {
    await this.database.rows(RoleGrant).update({ ...where, townId: scope.townId, endedAt: IsNull() }, { endedAt, endedBy });
  }
}
