import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';

/** Whose published month has become poor by a dated change since, by ids. */
type Source = (scope: TownScope, month: string) => Promise<readonly string[]>;

/**
 * A talk about a `poor` comes before its month is published, and a published month takes none: but where a dated change has made it poor, the
 * talk is still owed. Changes stand on entries, which know nothing of them: they register here.
 */
@Injectable()
export class LaterPoorsSourceService {
  private source: Source | null = null;

  answerBy(source: Source): void {
    this.source = source;
  }

  async of(scope: TownScope, month: string): Promise<readonly string[]> {
    return this.source ? this.source(scope, month) : [];
  }
}
