import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';
import { LoginsRepository } from './logins.repository.ts';

/** What people agreed to, when, and that they may take it back. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Only the notice that is in force can be agreed to. @throws AppError CONSENT_REQUIRED */
  requireCurrent(version: string): void {
    if (version !== privacyNotice.version) throw new AppError('CONSENT_REQUIRED', { field: 'consentVersion' });
  }

  /** Call inside a unit of work. */
  async give(scope: TownScope, memberId: string, version: string): Promise<void> {
    const now = this.clock.real();
    await this.logins.withdrawConsents(scope, memberId, now);
    await this.logins.insertConsent(scope, { id: randomUUID(), memberId, version, givenAt: now, withdrawnAt: null });
  }

  async agree(scope: PersonScope, version: string): Promise<void> {
    this.requireCurrent(version);
    await this.acts.perform(scope, () => this.give(scope, scope.memberId, version), { target: scope.memberId });
  }

  /** From now on nothing personal is recorded for this member by phone; the paper path stays. */
  async withdraw(scope: PersonScope): Promise<void> {
    await this.acts.perform(scope, () => this.logins.withdrawConsents(scope, scope.memberId, this.clock.real()), { target: scope.memberId });
  }
}
