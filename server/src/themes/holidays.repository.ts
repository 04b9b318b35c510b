import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Holiday } from './holiday.entity.ts';

/** Everybody of a town and its guests may know when it sends no theme. */
@Injectable()
export class HolidaysRepository {
  constructor(private readonly database: Database) {}

  on(scope: TownScope, monday: string): Promise<Holiday | null> {
    return this.database.rows(Holiday).findOneBy({ townId: scope.townId, monday });
  }

  between(scope: TownScope, from: string, to: string): Promise<Holiday[]> {
    return this.database.rows(Holiday).findBy({ townId: scope.townId, monday: Between(from, to) });
  }

  async put(scope: TownScope, holiday: Omit<Holiday, 'townId'>): Promise<void> {
    await this.database.rows(Holiday).upsert({ ...holiday, townId: scope.townId }, ['townId', 'monday']);
  }

  async delete(scope: TownScope, monday: string): Promise<void> {
    await this.database.rows(Holiday).delete({ townId: scope.townId, monday });
  }
}
