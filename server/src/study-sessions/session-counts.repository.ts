import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { SessionCounter } from './session-counter.entity.ts';
import { SessionOpening } from './session-opening.entity.ts';

@Injectable()
export class SessionCountsRepository {
  constructor(private readonly database: Database) {}

  counters({ townId }: TownScope): Promise<SessionCounter[]> {
    return this.database.rows(SessionCounter).findBy({ townId });
  }

  openings({ townId }: TownScope): Promise<SessionOpening[]> {
    return this.database.rows(SessionOpening).find({ where: { townId }, order: { at: 'DESC', id: 'DESC' }, take: 200 });
  }

  /** One more was closed: its number. The counter's row is held until the unit of work is over. */
  async next(scope: TownScope, owner: string): Promise<number> {
    const key = { townId: scope.townId, owner };
    const { affected } = await this.database.rows(SessionCounter).increment(key, 'closedHere', 1);
    if (affected === 0) {
      await this.ensure(scope, owner);
      await this.database.rows(SessionCounter).increment(key, 'closedHere', 1);
    }
    const { opening, closedHere } = await this.database.rows(SessionCounter).findOneByOrFail(key);
    return opening + closedHere;
  }

  async open(scope: TownScope, owner: string, opening: number): Promise<void> {
    await this.ensure(scope, owner);
    await this.database.rows(SessionCounter).update({ townId: scope.townId, owner }, { opening });
  }

  async insertOpening({ townId }: TownScope, opening: Omit<SessionOpening, 'townId'>): Promise<void> {
    await this.database.rows(SessionOpening).insert({ ...opening, townId });
  }

  private async ensure({ townId }: TownScope, owner: string): Promise<void> {
    if (await this.database.rows(SessionCounter).existsBy({ townId, owner })) return;
    try {
      await this.database.rows(SessionCounter).insert({ townId, owner, opening: 0, closedHere: 0 });
    } catch (error) {
      if (!this.database.isUnique(error, 'pk_session_counters')) throw error;
    }
  }
}
