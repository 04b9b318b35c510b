import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { LessThanOrEqual } from 'typeorm';
import type { OwnScope, SystemScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { CheckInReminder } from './check-in-reminder.entity.ts';

@Injectable()
export class CheckInRemindersRepository {
  constructor(private readonly database: Database) {}

  mine({ townId, memberId }: OwnScope): Promise<CheckInReminder | null> {
    return this.database.rows(CheckInReminder).findOneBy({ townId, memberId });
  }

  async set({ townId, memberId }: OwnScope, slot: Pick<CheckInReminder, 'weekday' | 'hour' | 'changedAt'>): Promise<void> {
    const { affected } = await this.database.rows(CheckInReminder).update({ townId, memberId }, slot);
    if (affected) return;
    try {
      await this.database.rows(CheckInReminder).insert({ ...slot, townId, id: randomUUID(), memberId });
    } catch (error) {
      if (!this.database.isUnique(error, 'uq_check_in_reminders_member')) throw error;
      await this.database.rows(CheckInReminder).update({ townId, memberId }, slot);
    }
  }

  async remove({ townId, memberId }: OwnScope): Promise<void> {
    await this.database.rows(CheckInReminder).delete({ townId, memberId });
  }

  /** Who asked for this day at this hour or an earlier one. */
  upTo({ townId }: SystemScope, weekday: number, hour: number): Promise<CheckInReminder[]> {
    return this.database.rows(CheckInReminder).find({ where: { townId, weekday, hour: LessThanOrEqual(hour) }, order: { hour: 'ASC', id: 'ASC' } });
  }
}
