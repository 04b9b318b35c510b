import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';
import { randomUUID } from 'node:crypto';
import { type News, NoticesService } from '../notices/notices.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { BindingsService } from './bindings.service.ts';
import { LoginsRepository } from './logins.repository.ts';

/** What people agreed to, when, and that they may take it back. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly logins: LoginsRepository,
    private readonly bindings: BindingsService,
    private readonly notices: NoticesService,
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

  /** Whoever changes their mind in the same login has the WeChat back that the withdrawal took. */
  async agree(scope: PersonScope, version: string): Promise<void> {
    this.requireCurrent(version);
    await this.acts.perform(scope, async () => {
      const last = await this.logins.lastConsent(scope, scope.memberId);
      if (last?.withdrawnAt) await this.bindings.resume(scope, scope.memberId, last.withdrawnAt);
      await this.give(scope, scope.memberId, version);
    }, { target: scope.memberId });
  }

  /**
   * From now on nothing personal is recorded for this member by phone and no WeChat rings for them; what was recorded and
   * the paper path stay. Their next login from WeChat begins with the notice.
   */
  async withdraw(scope: PersonScope): Promise<void> {
    await this.acts.perform(scope, async () => {
      const now = this.clock.real();
      await this.logins.withdrawConsents(scope, scope.memberId, now);
      await this.bindings.endAllOf(scope, scope.memberId, now);
      await this.notices.tell(scope, [scope.memberId], withdrawn(now));
    }, { target: scope.memberId });
  }
}

function withdrawn(at: number): News {
  const text = '微信已经和名册里的你分开，不再提醒，也不再用手机记录你的学习。已经记下的都还在，纸质方式照样有效，记分一样。想再用手机，登录时看一遍隐私说明、同意就行。';
  return { kind: 'consent', title: '已收回同意', text, link: null, dedupeKey: `consent-withdrawn:${at}` };
}
