import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { OwnScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { CheckInRemindersService } from './check-in-reminders.service.ts';

@Controller()
export class CheckInRemindersController {
  constructor(private readonly reminders: CheckInRemindersService) {}

  @Serves('getMyCheckInReminder')
  mine(@By() scope: OwnScope): Promise<Answer<'getMyCheckInReminder'>> {
    return this.reminders.mine(scope);
  }

  @Serves('setMyCheckInReminder')
  set(@By() scope: OwnScope, @In() { body }: Input<'setMyCheckInReminder'>): Promise<Answer<'setMyCheckInReminder'>> {
    return this.reminders.set(scope, body);
  }
}
