import { Injectable } from '@nestjs/common';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import type { DayExceptions, DayKind } from '@weidangxiao/shared/rules/working-days.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { DayExceptionsRepository } from './day-exceptions.repository.ts';

/** Which days a town works. The exceptions are written in `day-exceptions.service.ts`. */
@Injectable()
export class WorkingDaysService {
  constructor(private readonly days: DayExceptionsRepository) {}

  /** Both days included. Whoever counts working days asks for a range that the count does not leave. */
  async exceptions(scope: TownScope, from: BusinessDate, to: BusinessDate): Promise<DayExceptions> {
    const rows = await this.days.between(scope, from, to);
    const of = (kind: DayKind) => new Set(rows.filter((row) => row.kind === kind).map(({ day }) => day));
    return { off: of('off'), worked: of('worked') };
  }
}
