import { Injectable, type OnModuleInit } from '@nestjs/common';
import { objectionAboutName } from '@weidangxiao/shared/rules/objection-words.ts';
import { MonthFactsService } from '../assessments/month-facts.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { AdjustingService } from '../score-adjustments/adjusting.service.ts';
import type { ObjectionAnswer } from './objection-answer.entity.ts';
import { ObjectionOutcomesService, type Outcomes } from './objection-outcomes.service.ts';
import type { Objection } from './objection.entity.ts';

/** An objection about a month that was found right becomes a dated adjustment: by the records, which were corrected where they are, or by points. */
@Injectable()
export class MonthOutcomesService implements Outcomes, OnModuleInit {
  constructor(
    private readonly outcomes: ObjectionOutcomesService,
    private readonly adjusting: AdjustingService,
    private readonly facts: MonthFactsService,
  ) {}

  onModuleInit(): void {
    this.outcomes.add('month', this);
  }

  async wouldChange(scope: TownScope, { period, memberId }: Objection, points: number | null): Promise<boolean> {
    if (points !== null) return points !== 0;
    return (await this.adjusting.due(scope, period, await this.facts.ofMembers(scope, period, [memberId]))).length > 0;
  }

  async change(scope: TownScope, { id, period, memberId, about }: Objection, { text, points, signedBy }: ObjectionAnswer): Promise<boolean> {
    const booking = { kind: 'objection' as const, reason: text, evidence: `对“${objectionAboutName(about)}”的异议`, bookedBy: signedBy.at(-1) ?? null, objectionId: id, points };
    return (await this.adjusting.book(scope, period, memberId, booking)) !== null;
  }
}
