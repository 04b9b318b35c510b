import { Injectable } from '@nestjs/common';
import { Between } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { DayException } from './day-exception.entity.ts';

/** Everybody of a town may know when it works. */
@Injectable()
export class DayExceptionsRepository {
  constructor(private readonly database: Database) {}

  /** Both days included, in their order. */
  between({ townId }: TownScope, from: string, to: string): Promise<DayException[]> {
    return this.database.rows(DayException).find({ where: { townId, day: Between(from, to) }, order: { day: 'ASC' } });
  }

  async put({ townId }: TownScope, days: readonly Omit<DayException, 'townId'>[]): Promise<void> {
    await this.database.rows(DayException).upsert(days.map((day) => ({ ...day, townId })), ['townId', 'day']);
  }

  async delete({ townId }: TownScope, day: string): Promise<void> {
    await this.database.rows(DayException).delete({ townId, day });
  }
}
