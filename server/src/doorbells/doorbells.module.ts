import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Jobs } from '../platform/jobs/jobs.ts';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { WechatEventsModule } from '../wechat-events/wechat-events.module.ts';
import { DoorbellEventsService } from './doorbell-events.service.ts';
import { DoorbellLedgerService } from './doorbell-ledger.service.ts';
import { DoorbellPace } from './doorbell-pace.ts';
import { DoorbellPaceRepository } from './doorbell-pace.repository.ts';
import { DoorbellRoundsRepository } from './doorbell-rounds.repository.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';
import { DoorbellsService } from './doorbells.service.ts';
import { RingTurns } from './ring-turns.ts';
import { RingingService } from './ringing.service.ts';

/** WeChat messages that announce what stands elsewhere: one engine for every kind. */
@Module({
  imports: [SubscriptionsModule, TownsModule, WechatEventsModule],
  providers: [
    ...[DoorbellEventsService, DoorbellLedgerService, DoorbellPace, DoorbellPaceRepository, DoorbellRoundsRepository],
    ...[DoorbellsRepository, DoorbellsService, RingingService, RingTurns],
  ],
  exports: [DoorbellsService],
})
export class DoorbellsModule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly ringing: RingingService,
    private readonly turns: RingTurns,
  ) {}

  /** After those whose announcements it rings: what they begin at a moment rings at that moment. */
  onApplicationBootstrap(): void {
    this.jobs.every(5_000, 'doorbells', () => this.ringing.ringAll(), { followsClock: true });
    this.turns.serve((turn) => this.ringing.ringRound(turn));
  }
}
