import { Injectable } from '@nestjs/common';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { AssessmentMonth } from './assessment-month.entity.ts';
import { AssessmentMonthsRepository } from './assessment-months.repository.ts';

/** How far a month is scored. The cursor is the lease, too: a chunk is whose who moves it. */
@Injectable()
export class ScoringCursorService {
  constructor(
    private readonly months: AssessmentMonthsRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The month with its cursor, cut off at the first look; null once it is scored. */
  async open(scope: SystemScope, month: string, rubricVersion: string): Promise<AssessmentMonth | null> {
    await this.database.write(() => this.months.cutOff(scope, month, { cutOffAt: this.clock.now(), rubricVersion }));
    const row = await this.months.one(scope, month);
    return row?.scoredAt === null ? row : null;
  }

  /** Inside the unit of work that writes the chunk. */
  advance(scope: SystemScope, seen: AssessmentMonth, scoredThrough: string): Promise<boolean> {
    return this.months.advance(scope, seen, { scoredThrough });
  }

  /** Inside a unit of work, behind the last chunk. */
  finish(scope: SystemScope, seen: AssessmentMonth): Promise<boolean> {
    return this.months.advance(scope, seen, { scoredAt: this.clock.now() });
  }
}
