import { Injectable } from '@nestjs/common';
import { locksOn } from '@weidangxiao/shared/rules/month-calendar.ts';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import type { AssessmentMonth } from './assessment-month.entity.ts';
import { AssessmentMonthsRepository } from './assessment-months.repository.ts';

/** Months that are locked, and on which day somebody last looked for what came too late. */
@Injectable()
export class LockedMonthsService {
  constructor(
    private readonly months: AssessmentMonthsRepository,
    private readonly database: Database,
  ) {}

  /** Those locked by that day, published since the other, that were not looked at on it; oldest first. */
  async lookedAtBefore(scope: SystemScope, today: BusinessDate, publishedSince: BusinessDate): Promise<AssessmentMonth[]> {
    const rows = await this.months.publishedSince(scope, publishedSince);
    return rows.filter(({ publishedUntil, lookedAtOn }) => publishedUntil !== null && locksOn(publishedUntil) <= today && (lookedAtOn ?? '') < today);
  }

  lookedAt(scope: SystemScope, month: string, today: BusinessDate): Promise<void> {
    return this.database.write(() => this.months.change(scope, month, { lookedAtOn: today }));
  }
}
