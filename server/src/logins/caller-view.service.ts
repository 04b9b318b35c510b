import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { systemScope } from '../platform/access/mint.ts';
import { TownsService } from '../towns/towns.service.ts';
import { LoginsRepository } from './logins.repository.ts';
import type { FreshLogin, Holder } from './logins.service.ts';

export type CallerView = Answer<'getCurrentLogin'>;
export type LoggedIn = Answer<'createDemoLogin'>;

/** Who is logged in, as the apps show it. */
@Injectable()
export class CallerViewService {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly groups: GroupsService,
    private readonly towns: TownsService,
  ) {}

  async loggedIn({ token, expiresAt, login }: FreshLogin): Promise<LoggedIn> {
    return { state: 'logged_in', token, expiresAt, caller: await this.of(login) };
  }

  of({ townId, memberId, operatorId }: Holder): Promise<CallerView> {
    if (operatorId) return this.operator(operatorId);
    if (townId && memberId) return this.member(townId, memberId);
    throw new AppError('LOGIN_ENDED');
  }

  private async operator(id: string): Promise<CallerView> {
    const operator = await this.logins.operator(id);
    if (!operator) throw new AppError('LOGIN_ENDED');
    return { roles: ['operator'], member: null, operator: { id, name: operator.name }, town: null, leads: [], consentVersion: null };
  }

  private async member(townId: string, memberId: string): Promise<CallerView> {
    const scope = systemScope(townId, 'login');
    const { id, name, groupId, paper } = await this.members.find(scope, memberId);
    const { roles, leads } = await this.roles.heldBy(scope, memberId);
    const names = await this.groups.names(scope);
    const consent = await this.logins.consent(scope, memberId);
    return {
      roles,
      member: { id, name, groupId, groupName: groupId && (names.get(groupId) ?? null), paper },
      operator: null,
      town: await this.towns.own(scope),
      leads: leads.map((leadId) => ({ id: leadId, name: names.get(leadId) ?? '' })),
      consentVersion: consent?.version ?? null,
    };
  }
}
