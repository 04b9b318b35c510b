import { Injectable } from '@nestjs/common';
import { Between, In } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { ScoreAdjustment } from './score-adjustment.entity.ts';

@Injectable()
export class ScoreAdjustmentsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<ScoreAdjustment | null> {
    return this.database.rows(ScoreAdjustment).findOneBy({ townId, id });
  }

  byClientId({ townId }: TownScope, clientId: string): Promise<ScoreAdjustment | null> {
    return this.database.rows(ScoreAdjustment).findOneBy({ townId, clientId });
  }

  /** In the order in which they were booked. */
  ofMonth({ townId }: TownScope, month: string, memberIds: readonly string[]): Promise<ScoreAdjustment[]> {
    return this.database.rows(ScoreAdjustment).find({ where: { townId, month, memberId: In([...memberIds]) }, order: { memberId: 'ASC', place: 'ASC' } });
  }

  /** @param year 'YYYY' */
  ofYear({ townId }: TownScope, year: string, memberIds: readonly string[]): Promise<ScoreAdjustment[]> {
    const where = { townId, memberId: In([...memberIds]), month: Between(`${year}-01`, `${year}-12`) };
    return this.database.rows(ScoreAdjustment).find({ where, order: { memberId: 'ASC', month: 'ASC', place: 'ASC' } });
  }

  page({ townId }: TownScope, filter: { month?: string | undefined; memberId?: string | undefined }, skip: number, take: number): Promise<[ScoreAdjustment[], number]> {
    const where = { townId, ...(filter.month && { month: filter.month }), ...(filter.memberId && { memberId: filter.memberId }) };
    return this.database.rows(ScoreAdjustment).findAndCount({ where, order: { bookedAt: 'DESC', id: 'ASC' }, skip, take });
  }

  /** Ids of whoever was made poor by some change of this month, whatever came after it. */
  async everPoor({ townId }: TownScope, month: string): Promise<string[]> {
    const rows = await this.database.rows(ScoreAdjustment).find({ select: { memberId: true }, where: { townId, month, grade: 'poor' } });
    return [...new Set(rows.map(({ memberId }) => memberId))];
  }

  count({ townId }: TownScope, month: string): Promise<number> {
    return this.database.rows(ScoreAdjustment).countBy({ townId, month });
  }

  async reversals({ townId }: TownScope, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.rows(ScoreAdjustment).find({ select: { id: true, reverses: true }, where: { townId, reverses: In([...ids]) } });
    return new Map(rows.map(({ id, reverses }) => [reverses ?? '', id]));
  }

  async insert({ townId }: TownScope, adjustment: Omit<ScoreAdjustment, 'townId'>): Promise<void> {
    await this.database.rows(ScoreAdjustment).insert({ ...adjustment, townId });
  }

  /** Somebody else has booked for this member's month meanwhile. */
  isTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_score_adjustments_place');
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_score_adjustments_client');
  }

  isReversed(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_score_adjustments_reverses');
  }
}
