import { Injectable } from '@nestjs/common';
import { AppError, type ErrorCode } from '@weidangxiao/shared/errors.ts';
import { randomUUID } from 'node:crypto';
import type { Scope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { hashToken, newToken } from '../platform/crypto/tokens.ts';
import type { LoginSecret, SecretKind } from './login-secret.entity.ts';
import { LoginsRepository } from './logins.repository.ts';

const minute = 60_000;
const lifeMinutes: Readonly<Record<SecretKind, number>> = { ticket: 10, desktop: 5, link: 30 };
const refusals: Readonly<Record<SecretKind, ErrorCode>> = { ticket: 'TICKET_ENDED', desktop: 'DESKTOP_CODE_INVALID', link: 'LINK_INVALID' };

type Carried = Partial<Pick<LoginSecret, 'codeHash' | 'openidCipher' | 'townId' | 'memberId' | 'operatorId'>>;

/** Short-lived secrets on the way to a login, each used once. */
@Injectable()
export class SecretsService {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly clock: Clock,
  ) {}

  /** Call inside a unit of work. `secret` is shown once. */
  async make(scope: Scope, kind: SecretKind, carried: Carried): Promise<{ id: string; secret: string; expiresAt: number }> {
    const secret = newToken();
    const createdAt = this.clock.real();
    const expiresAt = createdAt + lifeMinutes[kind] * minute;
    const nobody = { codeHash: null, openidCipher: null, townId: null, memberId: null, operatorId: null };
    const row = { ...nobody, ...carried, id: randomUUID(), kind, secretHash: hashToken(secret), createdAt, expiresAt, confirmedAt: null, usedAt: null };
    await this.logins.insertSecret(scope, row);
    return { id: row.id, secret, expiresAt };
  }

  /** Null when it ended, was used, or never was. */
  peek(scope: Scope, kind: SecretKind, secret: string): Promise<LoginSecret | null> {
    return this.logins.openSecret(scope, kind, hashToken(secret), this.clock.real());
  }

  /** Still unused. @throws AppError by kind */
  async find(scope: Scope, kind: SecretKind, secret: string): Promise<LoginSecret> {
    const row = await this.peek(scope, kind, secret);
    if (!row) throw new AppError(refusals[kind]);
    return row;
  }

  /** Call inside a unit of work. Of two who come at once, one gets the refusal. */
  async use(scope: Scope, row: LoginSecret): Promise<void> {
    if (!(await this.logins.useSecret(scope, row.id, this.clock.real()))) throw new AppError(refusals[row.kind]);
  }
}
