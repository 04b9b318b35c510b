import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { RubricCheck } from './rubric-check.entity.ts';
import { RubricVersion } from './rubric-version.entity.ts';

/** The rubric is known to everybody of its town. */
@Injectable()
export class RubricsRepository {
  constructor(private readonly database: Database) {}

  private get versions() {
    return this.database.rows(RubricVersion);
  }

  /** What stands and holds on that day. */
  inForce({ townId }: TownScope, day: string): Promise<RubricVersion | null> {
    return this.versions.findOne({ where: { townId, heldFrom: LessThanOrEqual(day) }, order: { heldFrom: 'DESC' } });
  }

  /** What stands and begins after that day, the next one first. */
  coming({ townId }: TownScope, day: string): Promise<RubricVersion[]> {
    return this.versions.find({ where: { townId, heldFrom: MoreThan(day) }, order: { heldFrom: 'ASC' } });
  }

  page({ townId }: TownScope, skip: number, take: number): Promise<[RubricVersion[], number]> {
    return this.versions.findAndCount({ where: { townId }, order: { effectiveFrom: 'ASC', createdAt: 'ASC', id: 'ASC' }, skip, take });
  }

  one({ townId }: TownScope, id: string): Promise<RubricVersion | null> {
    return this.versions.findOneBy({ townId, id });
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<RubricVersion | null> {
    return this.versions.findOneBy({ townId, createdBy: memberId, clientId });
  }

  named({ townId }: TownScope, version: string): Promise<RubricVersion | null> {
    return this.versions.findOneBy({ townId, version });
  }

  from({ townId }: TownScope, heldFrom: string): Promise<RubricVersion | null> {
    return this.versions.findOneBy({ townId, heldFrom });
  }

  async insert({ townId }: TownScope, version: RubricVersion): Promise<void> {
    await this.versions.insert({ ...version, townId });
  }

  isDuplicate(error: unknown): boolean {
    return this.database.isUnique(error);
  }

  /** False when somebody else was faster. */
  async withdraw({ townId }: TownScope, id: string, by: Pick<RubricVersion, 'withdrawnAt' | 'withdrawnBy' | 'withdrawnReason'>): Promise<boolean> {
    const { affected } = await this.versions.update({ townId, id, heldFrom: Not(IsNull()) }, { ...by, heldFrom: null });
    return affected === 1;
  }

  checks({ townId }: TownScope): Promise<RubricCheck[]> {
    return this.database.rows(RubricCheck).findBy({ townId });
  }

  async putCheck({ townId }: TownScope, check: Omit<RubricCheck, 'townId'>): Promise<void> {
    await this.database.rows(RubricCheck).upsert({ ...check, townId }, ['townId', 'dimension']);
  }
}
