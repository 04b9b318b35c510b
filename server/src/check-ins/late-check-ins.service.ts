import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { CheckIn } from './check-in.entity.ts';
import { CheckInNews } from './check-in-news.ts';
import { type CheckInView, CheckInViews } from './check-in-views.ts';
import { CheckInsRepository } from './check-ins.repository.ts';
import { requireLed } from './require-led.ts';

/** What came after the end of the following week is the group leader's to judge. */
@Injectable()
export class LateCheckInsService {
  constructor(
    private readonly checkIns: CheckInsRepository,
    private readonly views: CheckInViews,
    private readonly members: MembersService,
    private readonly news: CheckInNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The same word twice is one decision. @throws AppError NOT_FOUND, CHECK_IN_DECIDED */
  async decide(scope: GroupScope, id: string, { accept, reason }: Input<'decideLateCheckIn'>['body']): Promise<CheckInView> {
    const checkIn = await this.find(scope, id);
    if (checkIn.decidedAt !== null && (checkIn.state === 'counts') === accept) return this.asItIs(scope, checkIn);
    if (!accept && !reason) throw new AppError('INPUT_INVALID', { field: 'reason', detail: { reason: '写一句为什么不算，好让本人知道' } });
    return this.acts.perform(scope, async () => {
      const decision = {
        state: accept ? ('counts' as const) : ('refused' as const),
        heldMonday: accept ? checkIn.monday : null,
        decidedAt: this.clock.now(),
        decidedBy: scope.memberId,
        decisionReason: reason || null,
      };
      if (!(await this.checkIns.decide(scope, id, decision))) throw new AppError('CHECK_IN_DECIDED');
      const decided = { ...checkIn, ...decision };
      await this.news.decided(scope, decided);
      return this.views.one(scope, decided);
    });
  }

  private async find(scope: GroupScope, id: string): Promise<CheckIn> {
    const checkIn = await this.checkIns.one(scope, id);
    if (!checkIn) throw new AppError('NOT_FOUND');
    await requireLed(this.members, scope, checkIn.memberId);
    return checkIn;
  }

  private asItIs(scope: GroupScope, checkIn: CheckIn): Promise<CheckInView> {
    this.acts.changedNothing();
    return this.views.one(scope, checkIn);
  }
}
