import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { DoorbellPaceRow } from './doorbell-pace.entity.ts';

const id = 'doorbells';

@Injectable()
export class DoorbellPaceRepository {
  constructor(private readonly database: Database) {}

  /** Takes the next `spanMs`, and answers how many ms from now they begin. Call inside a unit of work: the row is locked until its end. */
  async take(spanMs: number): Promise<number> {
    await this.ensure();
    // The row's lock first, then the clock: whoever waited for the lock must not come with an instant of before.
    await this.database.rows(DoorbellPaceRow).update({ id }, { freeAt: () => 'free_at + 0' });
    const now = await this.database.realNow();
    const row = await this.database.rows(DoorbellPaceRow).findOneByOrFail({ id });
    const from = Math.max(now, row.freeAt);
    await this.database.rows(DoorbellPaceRow).update({ id }, { freeAt: from + spanMs });
    return from - now;
  }

  private async ensure(): Promise<void> {
    if (await this.database.rows(DoorbellPaceRow).existsBy({ id })) return;
    try {
      await this.database.rows(DoorbellPaceRow).insert({ id, freeAt: 0 });
    } catch (error) {
      if (!this.database.isUnique(error, 'pk_doorbell_paces')) throw error;
    }
  }
}
