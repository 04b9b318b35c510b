import { Module } from '@nestjs/common';
import { SubscriptionsController } from './subscriptions.controller.ts';
import { SubscriptionsRepository } from './subscriptions.repository.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

@Module({ controllers: [SubscriptionsController], providers: [SubscriptionsRepository, SubscriptionsService], exports: [SubscriptionsService] })
export class SubscriptionsModule {}
