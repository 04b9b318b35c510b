import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { CapDecision } from './cap-decision.entity.ts';

@Injectable()
export class CapDecisionsRepository {
  constructor(private readonly database: Database) {}

  ofRun({ townId }: TownScope, year: string, run: number): Promise<CapDecision[]> {
    return this.database.rows(CapDecision).find({ where: { townId, year, run }, order: { groupKey: 'ASC' } });
  }

  byClientId({ townId }: TownScope, decidedBy: string, clientId: string): Promise<CapDecision | null> {
    return this.database.rows(CapDecision).findOneBy({ townId, decidedBy, clientId });
  }

  async insert({ townId }: TownScope, row: Omit<CapDecision, 'townId'>): Promise<void> {
    await this.database.rows(CapDecision).insert({ ...row, townId });
  }

  isDecided(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_cap_decisions_group');
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_cap_decisions_client');
  }
}
