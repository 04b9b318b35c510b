import { Module, type OnModuleInit } from '@nestjs/common';
import { CheckInsModule } from '../check-ins/check-ins.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts';
import { ThemesModule } from '../themes/themes.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { DeliveriesRepository } from './deliveries.repository.ts';
import { DeliveriesService } from './deliveries.service.ts';
import { DoorbellLedgerService } from './doorbell-ledger.service.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';
import { DoorbellsService } from './doorbells.service.ts';
import { MondayPushService } from './monday-push.service.ts';
import { PushExpansionService } from './push-expansion.service.ts';
import { PushNews } from './push-news.ts';
import { ThemePushesController } from './theme-pushes.controller.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';
import { ThemePushesService } from './theme-pushes.service.ts';

const second = 1_000;

/** Monday's push: the deliveries, which are the truth, and the doorbells, which announce them. */
@Module({
  imports: [CheckInsModule, GroupsModule, MembersModule, NoticesModule, SubscriptionsModule, ThemesModule, TownsModule],
  controllers: [ThemePushesController],
  providers: [
    ...[DeliveriesRepository, DeliveriesService, DoorbellLedgerService, DoorbellsRepository, DoorbellsService],
    ...[MondayPushService, PushExpansionService, PushNews, ThemePushesRepository, ThemePushesService],
  ],
  exports: [DeliveriesService, ThemePushesService],
})
export class ThemePushesModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly mondayPush: MondayPushService,
    private readonly expansion: PushExpansionService,
    private readonly doorbells: DoorbellsService,
  ) {}

  /** Two jobs, so that a slow WeChat never keeps an inbox waiting. */
  onModuleInit(): void {
    this.jobs.every(15 * second, 'theme-push', () => this.pushAndDeliver(), { followsClock: true });
    this.jobs.every(5 * second, 'doorbells', () => this.doorbells.ringAll(), { followsClock: true });
  }

  private async pushAndDeliver(): Promise<void> {
    await this.mondayPush.pushAll();
    await this.expansion.expandAll();
  }
}
