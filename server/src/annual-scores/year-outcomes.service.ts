import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { ObjectionAnswer } from '../objections/objection-answer.entity.ts';
import { ObjectionOutcomesService, type Outcomes } from '../objections/objection-outcomes.service.ts';
import type { Objection } from '../objections/objection.entity.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { AnnualCorrectingService } from './annual-correcting.service.ts';
import { AssessmentYearsService } from './assessment-years.service.ts';

/** An objection about a year that was found right becomes a dated line by the records, which were corrected where they are; points of its own a year has none. */
@Injectable()
export class YearOutcomesService implements Outcomes, OnModuleInit {
  constructor(
    private readonly outcomes: ObjectionOutcomesService,
    private readonly years: AssessmentYearsService,
    private readonly correcting: AnnualCorrectingService,
  ) {}

  onModuleInit(): void {
    this.outcomes.add('year', this);
  }

  async wouldChange(scope: TownScope, { period, memberId }: Objection): Promise<boolean> {
    return (await this.correcting.due(scope, await this.years.year(scope, period), memberId)) !== null;
  }

  async change(scope: TownScope, { period, memberId, id }: Objection, { text, signedBy }: ObjectionAnswer): Promise<boolean> {
    const booking = { clientId: randomUUID(), reason: text.slice(0, 200), correctedBy: signedBy.at(-1) ?? id };
    return (await this.correcting.book(scope, await this.years.year(scope, period), memberId, booking)) !== null;
  }
}
