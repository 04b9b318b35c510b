import { Module, type OnModuleInit } from '@nestjs/common';
import { CheckInsModule } from '../check-ins/check-ins.module.ts';
import { DoorbellsModule } from '../doorbells/doorbells.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { ThemesModule } from '../themes/themes.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { DeliveriesRepository } from './deliveries.repository.ts';
import { DeliveriesService } from './deliveries.service.ts';
import { MondayPushService } from './monday-push.service.ts';
import { PushExpansionService } from './push-expansion.service.ts';
import { PushNews } from './push-news.ts';
import { ThemePushesController } from './theme-pushes.controller.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';
import { ThemePushesService } from './theme-pushes.service.ts';
import { UnrungService } from './unrung.service.ts';

const second = 1_000;

/** Monday's push: the deliveries, which are the truth, and the doorbells, which announce them. */
@Module({
  imports: [CheckInsModule, DoorbellsModule, GroupsModule, MembersModule, NoticesModule, ThemesModule, TownsModule],
  controllers: [ThemePushesController],
  providers: [
    ...[DeliveriesRepository, DeliveriesService, MondayPushService, PushExpansionService, PushNews],
    ...[ThemePushesRepository, ThemePushesService, UnrungService],
  ],
  exports: [DeliveriesService, ThemePushesService],
})
export class ThemePushesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly mondayPush: MondayPushService,
    private readonly expansion: PushExpansionService,
  ) {}

  /** The doorbells have a job of their own, so that a slow WeChat never keeps an inbox waiting. */
  onModuleInit(): void {
    this.jobs.every(15 * second, 'theme-push', () => this.pushAndDeliver(), { followsClock: true });
  }

  private async pushAndDeliver(): Promise<void> {
    await this.mondayPush.pushAll();
    await this.expansion.expandAll();
  }
}
