import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { PersonScope, Scope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Consent } from './consent.entity.ts';
import { Invitation } from './invitation.entity.ts';
import { Login } from './login.entity.ts';
import { LoginSecret, type SecretKind } from './login-secret.entity.ts';
import { Operator } from './operator.entity.ts';

/** Tables that are asked before anybody is known; they find by hashes of secrets, never by what a caller names. */
@Injectable()
export class LoginsRepository {
  constructor(private readonly database: Database) {}

  async insert(login: Login): Promise<void> {
    await this.database.rows(Login).insert(login);
  }

  async touch(id: string, lastUsedAt: number): Promise<void> {
    await this.database.rows(Login).update({ id }, { lastUsedAt });
  }

  async end(id: string, endedAt: number): Promise<void> {
    await this.database.rows(Login).update({ id, endedAt: IsNull() }, { endedAt });
  }

  async endAllOf(scope: TownScope, memberId: string, endedAt: number): Promise<void> {
    await this.database.rows(Login).update({ townId: scope.townId, memberId, endedAt: IsNull() }, { endedAt });
  }

  async deleteOld(before: number): Promise<void> {
    await this.database.rows(Login).delete({ expiresAt: LessThan(before) });
    await this.database.rows(LoginSecret).delete({ expiresAt: LessThan(before) });
  }

  async insertSecret(_: Scope, secret: LoginSecret): Promise<void> {
    await this.database.rows(LoginSecret).insert(secret);
  }

  openSecret(_: Scope, kind: SecretKind, secretHash: string, now: number): Promise<LoginSecret | null> {
    return this.database.rows(LoginSecret).findOneBy({ kind, secretHash, usedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  openCode(_: Scope, codeHash: string, now: number): Promise<LoginSecret | null> {
    return this.database.rows(LoginSecret).findOneBy({ kind: 'desktop', codeHash, usedAt: IsNull(), confirmedAt: IsNull(), expiresAt: MoreThan(now) });
  }

  /** True for the one caller who used it up. */
  async useSecret(_: Scope, id: string, usedAt: number): Promise<boolean> {
    const { affected } = await this.database.rows(LoginSecret).update({ id, usedAt: IsNull() }, { usedAt });
    return affected === 1;
  }

  async confirmSecret(scope: PersonScope, id: string, confirmedAt: number): Promise<void> {
    await this.database.rows(LoginSecret).update({ id }, { confirmedAt, townId: scope.townId, memberId: scope.memberId });
  }

  operator(id: string): Promise<Operator | null> {
    return this.database.rows(Operator).findOneBy({ id });
  }

  operatorNamed(name: string): Promise<Operator | null> {
    return this.database.rows(Operator).findOneBy({ name });
  }

  async insertOperator(operator: Operator): Promise<void> {
    await this.database.rows(Operator).insert(operator);
  }

  consent(scope: TownScope, memberId: string): Promise<Consent | null> {
    return this.database.rows(Consent).findOne({ where: { townId: scope.townId, memberId, withdrawnAt: IsNull() }, order: { givenAt: 'DESC' } });
  }

  /** Whether it still holds or not. */
  lastConsent(scope: TownScope, memberId: string): Promise<Consent | null> {
    return this.database.rows(Consent).findOne({ where: { townId: scope.townId, memberId }, order: { givenAt: 'DESC' } });
  }

  async insertConsent(scope: TownScope, consent: Omit<Consent, 'townId'>): Promise<void> {
    await this.database.rows(Consent).insert({ ...consent, townId: scope.townId });
  }

  async withdrawConsents(scope: TownScope, memberId: string, withdrawnAt: number): Promise<void> {
    await this.database.rows(Consent).update({ townId: scope.townId, memberId, withdrawnAt: IsNull() }, { withdrawnAt });
  }

  async insertInvitation(scope: TownScope, invitation: Omit<Invitation, 'townId'>): Promise<void> {
    const { memberId } = invitation;
    await this.database.rows(Invitation).update({ townId: scope.townId, memberId, usedAt: IsNull() }, { usedAt: invitation.createdAt });
    await this.database.rows(Invitation).insert({ ...invitation, townId: scope.townId });
  }

  invitation(_: Scope, codeHash: string): Promise<Invitation | null> {
    return this.database.rows(Invitation).findOne({ where: { codeHash }, order: { createdAt: 'DESC' } });
  }

  async useInvitation(_: Scope, { townId, id }: Invitation, usedAt: number): Promise<boolean> {
    const { affected } = await this.database.rows(Invitation).update({ townId, id, usedAt: IsNull() }, { usedAt });
    return affected === 1;
  }

  /** Codes, links and confirmed screens that would still lead to a login of this member. */
  async endWaysIn({ townId }: TownScope, memberId: string, usedAt: number): Promise<void> {
    await this.database.rows(Invitation).update({ townId, memberId, usedAt: IsNull() }, { usedAt });
    await this.database.rows(LoginSecret).update({ townId, memberId, usedAt: IsNull() }, { usedAt });
  }
}
