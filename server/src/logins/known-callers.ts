import { Injectable } from '@nestjs/common';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { type Caller, Callers } from '../platform/access/callers.ts';
import { systemScope } from '../platform/access/mint.ts';
import { Clock } from '../platform/clock/clock.ts';
import { hashToken } from '../platform/crypto/tokens.ts';
import { Database } from '../platform/database/database.ts';
import { TownsService } from '../towns/towns.service.ts';
import type { Login } from './login.entity.ts';
import { LoginsRepository } from './logins.repository.ts';
import { idleDays } from './logins.service.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** Who stands behind a token, read anew with every request: a role that ended is gone with the next one. */
@Injectable()
export class KnownCallers extends Callers {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly towns: TownsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(token: string): Promise<Caller | null> {
    const login = await this.logins.byTokenHash(hashToken(token));
    if (!login || !this.lasts(login)) return null;
    await this.touch(login);
    return login.operatorId ? operatorOf(login, login.operatorId) : this.memberOf(login);
  }

  async townIdOf(code: string): Promise<string | null> {
    return (await this.towns.byCode(code))?.id ?? null;
  }

  private lasts({ expiresAt, lastUsedAt }: Login): boolean {
    const now = this.clock.real();
    return now < expiresAt && now - lastUsedAt < idleDays * day;
  }

  /** Once an hour is exact enough for an idle time of days, and spares a write with every read. */
  private async touch({ id, lastUsedAt }: Login): Promise<void> {
    const now = this.clock.real();
    if (now - lastUsedAt > hour) await this.database.write(() => this.logins.touch(id, now));
  }

  private async memberOf({ id, townId, memberId }: Login): Promise<Caller | null> {
    if (!townId || !memberId) return null;
    const scope = systemScope(townId, 'login');
    const member = await this.members.find(scope, memberId).catch(() => null);
    if (member?.state !== 'active') return null;
    const { roles, leads } = await this.roles.heldBy(scope, memberId);
    const consent = await this.logins.consent(scope, memberId);
    return { loginId: id, townId, memberId, operatorId: null, groupId: member.groupId, roles, leads, consentVersion: consent?.version ?? null };
  }
}

function operatorOf({ id }: Login, operatorId: string): Caller {
  return { loginId: id, townId: null, memberId: null, operatorId, groupId: null, roles: ['operator'], leads: [], consentVersion: null };
}
