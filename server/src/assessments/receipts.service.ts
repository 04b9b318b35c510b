import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { receiptOf } from '@weidangxiao/shared/rules/receipt.ts';
import { addDays, businessDate, datesOfMonth, monthOf, startOf } from '@weidangxiao/shared/rules/week.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import type { OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { StudyFactsService } from './study-facts.service.ts';

type Receipt = Answer<'getMyReceipt'>;

/** No town kept such records before; dates of older years are no dates everywhere. */
const firstMonth = '2000-01';

/** Every point of a member's month with its reason. A kind without a record that counts is not offered. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly members: MembersService,
    private readonly facts: StudyFactsService,
    private readonly rubrics: RubricsService,
    private readonly clock: Clock,
  ) {}

  async mine(scope: OwnScope, month: string): Promise<Receipt> {
    return this.receipt(scope, await this.members.self(scope), month);
  }

  async ofMember(scope: WholeTownScope, id: string, month: string): Promise<Receipt> {
    return this.receipt(scope, await this.members.find(scope, id), month);
  }

  private async receipt(scope: PersonScope, { id, name }: Member, month: string): Promise<Receipt> {
    const now = this.clock.now();
    requireMonth(month, monthOf(businessDate(now)));
    const { to } = datesOfMonth(month);
    const ended = now >= startOf(addDays(to, 1));
    const { rubric } = await this.rubrics.forMonth(scope, month);
    const facts = await this.facts.monthOf(scope, { memberId: id, month, ended, now, rubric });
    return { month, member: { memberId: id, name }, state: ended ? 'ended' : 'running', exempt: facts.exempt ?? 'none', asOf: now, ...receiptOf(rubric, facts) };
  }
}

function requireMonth(month: string, thisMonth: string): void {
  if (month > thisMonth) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: '这个月还没到' } });
  if (month < firstMonth) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: '这个月太早，没有记录' } });
}
