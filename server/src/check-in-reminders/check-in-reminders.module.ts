import { Module, type OnModuleInit } from '@nestjs/common';
import { CheckInsModule } from '../check-ins/check-ins.module.ts';
import { DoorbellsModule } from '../doorbells/doorbells.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { ThemesModule } from '../themes/themes.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { CheckInRemindersController } from './check-in-reminders.controller.ts';
import { CheckInRemindersRepository } from './check-in-reminders.repository.ts';
import { CheckInRemindersService } from './check-in-reminders.service.ts';

@Module({
  imports: [CheckInsModule, DoorbellsModule, MembersModule, ThemesModule, TownsModule],
  controllers: [CheckInRemindersController],
  providers: [CheckInRemindersRepository, CheckInRemindersService],
})
export class CheckInRemindersModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly reminders: CheckInRemindersService,
  ) {}

  onModuleInit(): void {
    this.jobs.every(60_000, 'check-in-reminders', () => this.reminders.remindAll(), { followsClock: true });
  }
}
