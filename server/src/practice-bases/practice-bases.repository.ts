import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { IsNull, Not } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { PracticeBase } from './practice-bases.entity.ts';

/** Practice bases are known to everybody of their town. */
@Injectable()
export class PracticeBasesRepository {
  constructor(private readonly database: Database) {}

  all({ townId }: TownScope, closed: boolean): Promise<PracticeBase[]> {
    return this.database.rows(PracticeBase).findBy({ townId, closedAt: closed ? Not(IsNull()) : IsNull() });
  }

  one({ townId }: TownScope, id: string): Promise<PracticeBase | null> {
    return this.database.rows(PracticeBase).findOneBy({ townId, id });
  }

  async insert({ townId }: TownScope, base: PracticeBase): Promise<void> {
    await this.unlessTaken(base.name, () => this.database.rows(PracticeBase).insert({ ...base, townId }));
  }

  async update({ townId }: TownScope, id: string, changes: Partial<PracticeBase>): Promise<void> {
    await this.unlessTaken(changes.name ?? '', () => this.database.rows(PracticeBase).update({ townId, id }, changes));
  }

  private async unlessTaken(name: string, write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (this.database.isUnique(error, 'uq_practice_bases_name')) throw new AppError('NAME_TAKEN', { field: 'name', detail: { name } });
      throw error;
    }
  }
}
