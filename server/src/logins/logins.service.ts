import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Caller } from '../platform/access/callers.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { hashToken, newToken } from '../platform/crypto/tokens.ts';
import { BindingsService } from './bindings.service.ts';
import type { Login, LoginWay } from './login.entity.ts';
import { LoginsRepository } from './logins.repository.ts';

const day = 86_400_000;
/** A login ends after 7 days without use and after 30 days in any case (PROMISES 14). */
export const idleDays = 7;
export const absoluteDays = 30;

export interface Holder {
  readonly townId: string | null;
  readonly memberId: string | null;
  readonly operatorId: string | null;
}

export interface FreshLogin {
  readonly token: string;
  readonly expiresAt: number;
  readonly login: Login;
}

/** Logins themselves: begin, end. How somebody gets one is in `sign-in.service.ts` and its neighbours. */
@Injectable()
export class LoginsService {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly bindings: BindingsService,
    private readonly clock: Clock,
  ) {}

  /** Call inside a unit of work. The token is shown once and never kept. */
  async begin(holder: Holder, way: LoginWay): Promise<FreshLogin> {
    const token = newToken();
    const now = this.clock.real();
    const expiresAt = now + absoluteDays * day;
    const login: Login = { ...holder, id: randomUUID(), tokenHash: hashToken(token), way, createdAt: now, lastUsedAt: now, expiresAt, endedAt: null };
    await this.logins.insert(login);
    return { token, expiresAt, login };
  }

  /** Call inside a unit of work. */
  end(caller: Caller): Promise<void> {
    return this.logins.end(caller.loginId, this.clock.real());
  }

  /** All logins of a member end with the next request: roles changed, or the person left. Call inside a unit of work. */
  endAllOf(scope: TownScope, memberId: string): Promise<void> {
    return this.logins.endAllOf(scope, memberId, this.clock.real());
  }

  /** Whoever left the roll: logins, their WeChat, and every code or link on its way to a login. Call inside a unit of work. */
  async shutOut(scope: TownScope, memberId: string): Promise<void> {
    await this.endAllOf(scope, memberId);
    await this.bindings.endAllOf(scope, memberId);
    await this.logins.endWaysIn(scope, memberId, this.clock.real());
  }

  /** Forgets logins and secrets that ended more than a day ago. */
  deleteOld(): Promise<void> {
    return this.logins.deleteOld(this.clock.real() - day);
  }
}
