import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { rubricFaults } from '@weidangxiao/shared/rules/assessment/rubric-faults.ts';
import { defaultRubric, type Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import { type BusinessDate, businessDate, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsRepository } from './rubrics.repository.ts';

export interface RubricInForce {
  readonly version: string;
  readonly effectiveFrom: BusinessDate;
  readonly rubric: Rubric;
}

/** What every town starts from; it holds for months before it, too. */
export const builtInRubric: RubricInForce = { version: defaultRubric.version, effectiveFrom: '2026-01-01', rubric: defaultRubric };

/** Which rubric holds in which month. Versions are written in `rubric-versions.service.ts`. */
@Injectable()
export class RubricsService {
  constructor(
    private readonly rubrics: RubricsRepository,
    private readonly clock: Clock,
  ) {}

  /** @param month 'YYYY-MM' */
  async forMonth(scope: TownScope, month: string): Promise<RubricInForce> {
    return (await this.rubrics.inForce(scope, datesOfMonth(month).from)) ?? builtInRubric;
  }

  /** That of this month. */
  today(scope: TownScope): Promise<RubricInForce> {
    return this.forMonth(scope, monthOf(businessDate(this.clock.now())));
  }

  /** Those of months that have not begun, the next one first. */
  coming(scope: TownScope): Promise<RubricInForce[]> {
    return this.rubrics.coming(scope, businessDate(this.clock.now()));
  }

  /** @throws AppError RUBRIC_FAULTY with every fault under its field */
  requireFaultless(rubric: Rubric): void {
    const faults = rubricFaults(rubric);
    const [first] = faults;
    if (!first) return;
    const byField = Object.fromEntries(faults.map(({ field, message }) => [`rubric.${field}`, message]));
    throw new AppError('RUBRIC_FAULTY', { field: `rubric.${first.field}`, detail: { ...byField, count: faults.length, first: first.message } });
  }
}
