import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Role } from '@weidangxiao/shared/permissions.ts';
import { randomUUID } from 'node:crypto';
import { actorOf } from '../platform/access/acts.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type GrantedRole, RoleGrant } from './role-grant.entity.ts';
import { RolesRepository } from './roles.repository.ts';

/** Who holds which role today. A change here ends the person's logins; the caller of `give` and `end` sees to that. */
@Injectable()
export class RolesService {
  constructor(
    private readonly grants: RolesRepository,
    private readonly clock: Clock,
  ) {}

  /** What a login of this member may do, and the groups led. */
  async heldBy(scope: TownScope, memberId: string): Promise<{ roles: Role[]; leads: string[] }> {
    const grants = await this.grants.ofMembers(scope, [memberId]);
    const roles = new Set<Role>(['member', ...grants.map(({ role }) => role)]);
    return { roles: [...roles], leads: grants.flatMap(({ groupId }) => groupId ?? []) };
  }

  ofMembers(scope: TownScope, memberIds: readonly string[]): Promise<RoleGrant[]> {
    return memberIds.length === 0 ? Promise.resolve([]) : this.grants.ofMembers(scope, memberIds);
  }

  /** Ids of the members who hold a role today, each once. */
  async holders(scope: TownScope, role: GrantedRole): Promise<string[]> {
    return [...new Set((await this.grants.holding(scope, role)).map(({ memberId }) => memberId))];
  }

  leaders(scope: TownScope): Promise<RoleGrant[]> {
    return this.grants.holding(scope, 'leader');
  }

  /** Whose word decides about somebody of this group: its leaders, never the person; else the admins but the person. */
  async deciders(scope: TownScope, groupId: string | null, memberId: string): Promise<string[]> {
    const leaders = (await this.leaders(scope)).filter((grant) => groupId !== null && grant.groupId === groupId).map((grant) => grant.memberId);
    const others = leaders.filter((id) => id !== memberId);
    return others.length > 0 ? others : (await this.holders(scope, 'admin')).filter((id) => id !== memberId);
  }

  /** Call inside a unit of work. A leader needs a group, nobody else has one. @throws AppError ROLE_ALREADY_HELD */
  async give(scope: TownScope, memberId: string, role: GrantedRole, groupId: string | null): Promise<RoleGrant> {
    const held = await this.grants.ofMembers(scope, [memberId]);
    if (held.some((grant) => grant.role === role && grant.groupId === groupId)) throw new AppError('ROLE_ALREADY_HELD');
    const grant = { id: randomUUID(), memberId, role, groupId, grantedAt: this.clock.real(), grantedBy: actorOf(scope), endedAt: null, endedBy: null };
    await this.grants.insert(scope, grant);
    return { ...grant, townId: scope.townId };
  }

  /** Call inside a unit of work. @throws AppError NOT_FOUND, LAST_ADMIN */
  async end(scope: TownScope, memberId: string, id: string): Promise<RoleGrant> {
    const grant = await this.grants.one(scope, memberId, id);
    if (!grant) throw new AppError('NOT_FOUND');
    if (grant.role === 'admin') await this.requireAnotherAdmin(scope, memberId);
    await this.grants.end(scope, { id }, this.clock.real(), actorOf(scope));
    return grant;
  }

  /** When somebody leaves the town's rolls. Call inside a unit of work. @throws AppError LAST_ADMIN */
  async endAllOf(scope: TownScope, memberId: string): Promise<void> {
    const held = await this.grants.ofMembers(scope, [memberId]);
    if (held.some(({ role }) => role === 'admin')) await this.requireAnotherAdmin(scope, memberId);
    await this.grants.end(scope, { memberId }, this.clock.real(), actorOf(scope));
  }

  private async requireAnotherAdmin(scope: TownScope, memberId: string): Promise<void> {
    const admins = await this.holders(scope, 'admin');
    if (admins.every((id) => id === memberId)) throw new AppError('LAST_ADMIN');
  }
}
