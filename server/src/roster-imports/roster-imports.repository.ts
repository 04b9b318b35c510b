import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { RosterImport } from './roster-import.entity.ts';

/** Only whoever reaches the whole town finds any: the table knows no member and no group. */
@Injectable()
export class RosterImportsRepository {
  constructor(private readonly database: Database) {}

  one(scope: TownScope, id: string): Promise<RosterImport | null> {
    const { sql, params } = within(scope, { town: 'import.townId' });
    return this.database.rows(RosterImport).createQueryBuilder('import').where(sql, params).andWhere('import.id = :id', { id }).getOne();
  }

  async insert(scope: TownScope, row: Omit<RosterImport, 'townId'>): Promise<void> {
    await this.database.rows(RosterImport).insert({ ...row, townId: scope.townId });
  }

  /** Whether the row still was as it had been read. */
  async update(scope: TownScope, { id, state, revision }: RosterImport, changes: Partial<RosterImport>): Promise<boolean> {
    const { affected } = await this.database.rows(RosterImport).update({ townId: scope.townId, id, state, revision }, { ...changes, revision: revision + 1 });
    return affected === 1;
  }

  /** Makes two imports of one town wait for each other until the unit of work ends, before either looks at the people. */
  async takeTurns(scope: TownScope): Promise<void> {
    await this.database.rows(RosterImport).update({ townId: scope.townId }, { revision: () => 'revision' });
  }

  anyBefore(scope: TownScope, createdAt: number): Promise<boolean> {
    return this.database.rows(RosterImport).existsBy({ townId: scope.townId, createdAt: LessThan(createdAt) });
  }

  async deleteBefore(scope: TownScope, createdAt: number): Promise<void> {
    await this.database.rows(RosterImport).delete({ townId: scope.townId, createdAt: LessThan(createdAt) });
  }
}
