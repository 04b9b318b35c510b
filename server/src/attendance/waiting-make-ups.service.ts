import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';

/** At which of these sessions somebody's make-up waits to be verified. */
type Source = (scope: TownScope, memberId: string, sessionIds: readonly string[]) => Promise<readonly string[]>;

/** Make-ups stand on attendance, which knows none of them: they register here when their module starts. */
@Injectable()
export class WaitingMakeUpsService {
  private source: Source | null = null;

  answerBy(source: Source): void {
    this.source = source;
  }

  async of(scope: TownScope, memberId: string, sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(this.source && sessionIds.length > 0 ? await this.source(scope, memberId, sessionIds) : []);
  }
}
