import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';

/** Whether a year's scores are made from what stands now, so that nothing may be entered for it any more. */
type Source = (scope: TownScope, year: string) => Promise<boolean>;

/** The year's scores stand on entries, which know nothing of them: they register here when their module starts. */
@Injectable()
export class LockedYearsService {
  private source: Source | null = null;

  answerBy(source: Source): void {
    this.source = source;
  }

  async has(scope: TownScope, year: string): Promise<boolean> {
    return this.source ? this.source(scope, year) : false;
  }
}
