import { Injectable } from '@nestjs/common';
import type { Role } from '@weidangxiao/shared/permissions.ts';
import { type Caller, Callers } from '../platform/access/callers.ts';
import { Clock } from '../platform/clock/clock.ts';
import { hashToken } from '../platform/crypto/tokens.ts';
import { Database } from '../platform/database/database.ts';
import { TownsService } from '../towns/towns.service.ts';
import { CallersRepository, type KnownLogin } from './callers.repository.ts';
import { LoginsRepository } from './logins.repository.ts';
import { idleDays } from './logins.service.ts';

const day = 86_400_000;
const hour = 3_600_000;

/** Who stands behind a token, read anew with every request: a role that ended is gone with the next one. */
@Injectable()
export class KnownCallers extends Callers {
  constructor(
    private readonly callers: CallersRepository,
    private readonly logins: LoginsRepository,
    private readonly towns: TownsService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(token: string): Promise<Caller | null> {
    const login = await this.callers.byTokenHash(hashToken(token));
    if (!login || !this.lasts(login)) return null;
    await this.touch(login);
    return login.operatorId ? operatorOf(login, login.operatorId) : memberOf(login);
  }

  townIdOf(code: string): Promise<string | null> {
    return this.towns.idOf(code);
  }

  private lasts({ expiresAt, lastUsedAt }: KnownLogin): boolean {
    const now = this.clock.real();
    return now < expiresAt && now - lastUsedAt < idleDays * day;
  }

  /** Once an hour is exact enough for an idle time of days, and spares a write with every read. */
  private async touch({ id, lastUsedAt }: KnownLogin): Promise<void> {
    const now = this.clock.real();
    if (now - lastUsedAt > hour) await this.database.write(() => this.logins.touch(id, now));
  }
}

function memberOf({ id, townId, memberId, groupId, memberState, consentVersion, grants }: KnownLogin): Caller | null {
  if (!townId || !memberId || memberState !== 'active') return null;
  const roles = new Set<Role>(['member', ...grants.map(({ role }) => role)]);
  const leads = grants.flatMap((grant) => grant.groupId ?? []);
  return { loginId: id, townId, memberId, operatorId: null, groupId, roles: [...roles], leads, consentVersion };
}

function operatorOf({ id }: KnownLogin, operatorId: string): Caller {
  return { loginId: id, townId: null, memberId: null, operatorId, groupId: null, roles: ['operator'], leads: [], consentVersion: null };
}
