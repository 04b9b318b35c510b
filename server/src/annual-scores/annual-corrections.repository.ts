import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { AnnualCorrection } from './annual-correction.entity.ts';

@Injectable()
export class AnnualCorrectionsRepository {
  constructor(private readonly database: Database) {}

  /** The latest first. */
  page({ townId }: TownScope, year: string, skip: number, take: number): Promise<[AnnualCorrection[], number]> {
    return this.database.rows(AnnualCorrection).findAndCount({ where: { townId, year }, order: { correctedAt: 'DESC', id: 'ASC' }, skip, take });
  }

  count({ townId }: TownScope, year: string): Promise<number> {
    return this.database.rows(AnnualCorrection).countBy({ townId, year });
  }

  /** In the order in which they were made. */
  ofMembers({ townId }: TownScope, year: string, memberIds: readonly string[]): Promise<AnnualCorrection[]> {
    if (memberIds.length === 0) return Promise.resolve([]);
    return this.database.rows(AnnualCorrection).find({ where: { townId, year, memberId: In([...memberIds]) }, order: { place: 'ASC' } });
  }

  byClientId({ townId }: TownScope, correctedBy: string, clientId: string): Promise<AnnualCorrection | null> {
    return this.database.rows(AnnualCorrection).findOneBy({ townId, correctedBy, clientId });
  }

  async insert({ townId }: TownScope, row: Omit<AnnualCorrection, 'townId'>): Promise<void> {
    await this.database.rows(AnnualCorrection).insert({ ...row, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error);
  }
}
