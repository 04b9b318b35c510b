import { Module } from '@nestjs/common';
import { WechatEventsModule } from '../wechat-events/wechat-events.module.ts';
import { SubscriptionEventsService } from './subscription-events.service.ts';
import { SubscriptionLedger } from './subscription-ledger.ts';
import { SubscriptionReportsRepository } from './subscription-reports.repository.ts';
import { SubscriptionsController } from './subscriptions.controller.ts';
import { SubscriptionsRepository } from './subscriptions.repository.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

@Module({
  imports: [WechatEventsModule],
  controllers: [SubscriptionsController],
  providers: [SubscriptionsRepository, SubscriptionReportsRepository, SubscriptionLedger, SubscriptionEventsService, SubscriptionsService],
  exports: [SubscriptionsService],
})
export class SubscriptionsModule {}
