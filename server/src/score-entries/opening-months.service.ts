import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { businessDate, datesOfMonth, monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';

/** Which months a town may bring along: over, and not rated here. */
@Injectable()
export class OpeningMonthsService {
  constructor(
    private readonly months: AssessmentMonthsService,
    private readonly clock: Clock,
  ) {}

  /** Months of a year that the system itself rates or has rated. */
  async ownOf(scope: TownScope, year: string): Promise<ReadonlySet<string>> {
    return new Set((await this.months.ofYear(scope, year)).map(({ month }) => month));
  }

  isOver(month: string): boolean {
    return businessDate(this.clock.now()) > datesOfMonth(month).to;
  }

  /** @throws AppError INPUT_INVALID for a month that is not over, OPENING_MONTH_OWN */
  async require(scope: TownScope, month: string): Promise<void> {
    this.months.requireBegun(month);
    if (!this.isOver(month)) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: '这个月还没过完' } });
    if ((await this.ownOf(scope, month.slice(0, 4))).has(month)) throw new AppError('OPENING_MONTH_OWN', { field: 'month', detail: { month: monthWithYear(month) } });
  }
}
