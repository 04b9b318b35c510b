import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { randomInt } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { OpenScope, PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vault } from '../platform/crypto/vault.ts';
import { CallerViewService, type LoggedIn } from './caller-view.service.ts';
import { LoginsRepository } from './logins.repository.ts';
import type { LoginSecret } from './login-secret.entity.ts';
import { type Holder, LoginsService } from './logins.service.ts';
import { SecretsService } from './secrets.service.ts';

const tenMillion = 10_000_000;

/** A login on a desktop: the screen shows a code, the person confirms it in the mini-program; and one-time links. */
@Injectable()
export class DesktopLoginsService {
  constructor(
    private readonly logins: LoginsService,
    private readonly rows: LoginsRepository,
    private readonly secrets: SecretsService,
    private readonly views: CallerViewService,
    private readonly vault: Vault,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  ask(scope: OpenScope): Promise<Answer<'createDesktopLogin'>> {
    return this.acts.perform(scope, async () => {
      const code = String(randomInt(tenMillion, 10 * tenMillion));
      return { ...(await this.secrets.make(scope, 'desktop', { codeHash: this.hash(code) })), code };
    });
  }

  async confirm(scope: PersonScope, code: string): Promise<void> {
    await this.acts.perform(scope, async () => {
      const secret = await this.rows.openCode(scope, this.hash(code), this.clock.real());
      if (!secret) throw new AppError('DESKTOP_CODE_INVALID', { field: 'code' });
      await this.rows.confirmSecret(scope, secret.id, this.clock.real());
    });
  }

  /** What the waiting screen asks every few seconds. The login is handed out once. */
  async collect(scope: OpenScope, id: string, secret: string): Promise<Answer<'collectDesktopLogin'>> {
    const row = await this.secrets.peek(scope, 'desktop', secret);
    if (row?.id !== id || row.confirmedAt === null) {
      this.acts.changedNothing();
      return { state: row?.id === id ? 'waiting' : 'ended' };
    }
    return this.acts.perform(scope, async () => {
      await this.secrets.use(scope, row);
      return this.views.loggedIn(await this.logins.begin(holderOf(row), 'desktop'));
    });
  }

  /** A link that an operator's command made: WeChat is down, a phone is lost, the only admin is gone. */
  async byLink(scope: OpenScope, secret: string): Promise<LoggedIn> {
    return this.acts.perform(scope, async () => {
      const row = await this.secrets.find(scope, 'link', secret);
      await this.secrets.use(scope, row);
      return this.views.loggedIn(await this.logins.begin(holderOf(row), 'link'));
    });
  }

  private hash(code: string): string {
    return this.vault.codeIndex('desktop', code);
  }
}

function holderOf({ townId, memberId, operatorId }: LoginSecret): Holder {
  return { townId, memberId, operatorId };
}
