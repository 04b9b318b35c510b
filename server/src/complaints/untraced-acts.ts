import { Injectable } from '@nestjs/common';
import { Acts } from '../platform/access/acts.ts';
import { Database } from '../platform/database/database.ts';

/**
 * The unit of work of what nobody may find its author of. The audit's row would name whoever acts and the moment, and even
 * without a name it would stand between rows that have both; so it is written later, by `ComplaintTraces`.
 */
@Injectable()
export class UntracedActs {
  constructor(
    private readonly database: Database,
    private readonly acts: Acts,
  ) {}

  async perform<T>(work: () => Promise<T>): Promise<T> {
    const result = await this.database.write(work);
    this.acts.changedNothing();
    return result;
  }
}
