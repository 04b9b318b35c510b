import { Injectable } from '@nestjs/common';
import type { DoorbellKind, RoundState } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { IsNull } from 'typeorm';
import type { HostScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { DoorbellRound } from './doorbell-round.entity.ts';

type Changes = Partial<Pick<DoorbellRound, 'filled' | 'state' | 'stateAt' | 'stateBy' | 'settledAt'>>;

@Injectable()
export class DoorbellRoundsRepository {
  constructor(private readonly database: Database) {}

  about(scope: TownScope, kind: DoorbellKind, subject: string): Promise<DoorbellRound | null> {
    return this.database.rows(DoorbellRound).findOneBy({ townId: scope.townId, kind, subject });
  }

  /** Across towns, for the jobs: what is still to be rung, oldest first. */
  open(_: HostScope): Promise<DoorbellRound[]> {
    return this.database.rows(DoorbellRound).find({ where: { settledAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  one(scope: TownScope, id: string): Promise<DoorbellRound | null> {
    return this.database.rows(DoorbellRound).findOneBy({ townId: scope.townId, id });
  }

  /** False when there is one about this already. */
  async insert(scope: TownScope, round: Omit<DoorbellRound, 'townId'>): Promise<boolean> {
    try {
      await this.database.rows(DoorbellRound).insert({ ...round, townId: scope.townId });
      return true;
    } catch (error) {
      if (this.database.isUnique(error, 'uq_doorbell_rounds_subject')) return false;
      throw error;
    }
  }

  /** Only from the state that was seen: of two who order at once, one is told that it changed. */
  async change(scope: TownScope, { id, state }: { id: string; state: RoundState }, changes: Changes): Promise<boolean> {
    return (await this.database.rows(DoorbellRound).update({ townId: scope.townId, id, state }, changes)).affected === 1;
  }

  async update(scope: TownScope, id: string, changes: Changes): Promise<void> {
    await this.database.rows(DoorbellRound).update({ townId: scope.townId, id }, changes);
  }
}
