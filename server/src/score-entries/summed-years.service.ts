import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';

/** Whether a year is just being summed up. */
type Source = (scope: TownScope, year: string) => Promise<boolean>;

/**
 * Nothing enters a year while everybody is summed up, or some would be by other entries than others. Before and after it may: what comes
 * after the sheet is a dated correction there. The year's scores stand on entries, which know nothing of them: they register here.
 */
@Injectable()
export class SummedYearsService {
  private source: Source | null = null;

  answerBy(source: Source): void {
    this.source = source;
  }

  async isUnderWay(scope: TownScope, year: string): Promise<boolean> {
    return this.source ? this.source(scope, year) : false;
  }
}
