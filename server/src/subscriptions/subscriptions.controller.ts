import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

@Controller()
export class SubscriptionsController {
  constructor(private readonly subscriptions: SubscriptionsService) {}

  @Serves('getMySubscription')
  mine(@By() scope: PersonScope): Promise<Answer<'getMySubscription'>> {
    return this.subscriptions.mine(scope);
  }

  @Serves('addSubscriptionAnswer')
  add(@By() scope: PersonScope, @In() { body }: Input<'addSubscriptionAnswer'>): Promise<Answer<'addSubscriptionAnswer'>> {
    return this.subscriptions.addAnswer(scope, body);
  }
}
