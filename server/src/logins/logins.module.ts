import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { Callers } from '../platform/access/callers.ts';
import { Database } from '../platform/database/database.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { BindingsRepository } from './bindings.repository.ts';
import { BindingsService } from './bindings.service.ts';
import { CallerViewService } from './caller-view.service.ts';
import { ConsentsService } from './consents.service.ts';
import { DesktopLoginsService } from './desktop-logins.service.ts';
import { InvitationsService } from './invitations.service.ts';
import { CallersRepository } from './callers.repository.ts';
import { KnownCallers } from './known-callers.ts';
import { LoginsController } from './logins.controller.ts';
import { LoginsRepository } from './logins.repository.ts';
import { LoginsService } from './logins.service.ts';
import { OperatorsService } from './operators.service.ts';
import { SecretsService } from './secrets.service.ts';
import { SignInService } from './sign-in.service.ts';

const hour = 3_600_000;

/** Global, because the way in asks it who is calling. */
@Global()
@Module({
  imports: [GroupsModule, MembersModule, NoticesModule, TownsModule],
  controllers: [LoginsController],
  providers: [
    ...[BindingsRepository, BindingsService, CallerViewService, ConsentsService, DesktopLoginsService, InvitationsService],
    ...[CallersRepository, LoginsRepository, LoginsService, OperatorsService, SecretsService, SignInService],
    { provide: Callers, useClass: KnownCallers },
  ],
  exports: [BindingsService, CallerViewService, Callers, ConsentsService, LoginsService, OperatorsService],
})
export class LoginsModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly logins: LoginsService,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.jobs.every(hour, 'forget-old-logins', () => this.database.write(() => this.logins.deleteOld()));
  }
}
