import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { HostScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Town } from './town.entity.ts';

@Injectable()
export class TownsRepository {
  constructor(private readonly database: Database) {}

  /** All towns by name; for the host and for jobs that go from town to town. */
  all(): Promise<Town[]> {
    return this.database.rows(Town).find({ order: { name: 'ASC' } });
  }

  byCode(code: string): Promise<Town | null> {
    return this.database.rows(Town).findOneBy({ code });
  }

  own(scope: TownScope): Promise<Town | null> {
    return this.database.rows(Town).findOneBy({ id: scope.townId });
  }

  async page(_: HostScope, skip: number, take: number): Promise<[Town[], number]> {
    return this.database.rows(Town).findAndCount({ order: { name: 'ASC' }, skip, take });
  }

  async insert(_: HostScope, town: Town): Promise<void> {
    try {
      await this.database.rows(Town).insert(town);
    } catch (error) {
      if (this.database.isUnique(error, 'uq_towns_code')) throw new AppError('TOWN_CODE_TAKEN', { field: 'code' });
      throw error;
    }
  }

  /** Both engines let one writer at a time have a row, until the unit of work is over. */
  async takeTurn(scope: TownScope): Promise<void> {
    await this.database.rows(Town).update({ id: scope.townId }, { turn: () => 'COALESCE(turn, 0) + 1' });
  }

  async update(scope: TownScope, changes: Partial<Town>): Promise<void> {
    await this.database.rows(Town).update({ id: scope.townId }, changes);
  }
}
