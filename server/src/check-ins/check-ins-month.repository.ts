import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { CheckIn, type CheckInState } from './check-in.entity.ts';

/** One member's Mondays in one state, as the database puts them together. */
export interface MondaysOfMonth {
  readonly memberId: string;
  readonly state: CheckInState;
  /** With commas between. */
  readonly mondays: string;
}

@Injectable()
export class CheckInsMonthRepository {
  constructor(private readonly database: Database) {}

  /** Whose check-ins for these Mondays wait for the leader; one a check-in. */
  async late({ townId }: TownScope, mondays: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows(CheckIn).find({ select: { memberId: true }, where: { townId, monday: In([...mondays]), state: 'late' } });
    return rows.map(({ memberId }) => memberId);
  }

  /** What counts or waits, of these members; each one's Mondays are a range of their own index. */
  mondays({ townId }: TownScope, memberIds: readonly string[], from: string, to: string): Promise<MondaysOfMonth[]> {
    return this.database
      .rows(CheckIn)
      .createQueryBuilder('checkIn')
      .useIndex('uq_check_ins_monday')
      .select('checkIn.memberId', 'memberId')
      .addSelect('checkIn.state', 'state')
      .addSelect('GROUP_CONCAT(checkIn.heldMonday)', 'mondays')
      .where('checkIn.townId = :townId AND checkIn.memberId IN (:...memberIds) AND checkIn.heldMonday BETWEEN :from AND :to', { townId, memberIds, from, to })
      .groupBy('checkIn.memberId')
      .addGroupBy('checkIn.state')
      .getRawMany<MondaysOfMonth>();
  }
}
