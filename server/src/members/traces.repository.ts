import { Injectable } from '@nestjs/common';
import type { EntityMetadata } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';

/** A membership belongs to the person's own row. */
const ownTables = ['memberships'];
const chunk = 500;

/**
 * Where people of the town have left rows, whatever noun the table belongs to: every table that names a `memberId` is
 * asked, so a noun that is added later cannot be forgotten here.
 */
@Injectable()
export class TracesRepository {
  constructor(private readonly database: Database) {}

  /** Table -> ids; tables without any are left out. */
  async of(scope: TownScope, ids: readonly string[]): Promise<Map<string, Set<string>>> {
    const found = new Map<string, Set<string>>();
    for (const table of this.tables()) {
      const there = await this.among(scope, table, ids);
      if (there.length > 0) found.set(table.tableName, new Set(there));
    }
    return found;
  }

  private tables(): EntityMetadata[] {
    const has = (table: EntityMetadata, property: string): boolean => table.columns.some(({ propertyName }) => propertyName === property);
    return this.database.manager().dataSource.entityMetadatas.filter((table) => has(table, 'townId') && has(table, 'memberId') && !ownTables.includes(table.tableName));
  }

  private async among(scope: TownScope, table: EntityMetadata, ids: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (let at = 0; at < ids.length; at += chunk) {
      const rows = await this.database
        .manager()
        .createQueryBuilder(table.target, 'trace')
        .select('DISTINCT trace.memberId', 'memberId')
        .where('trace.townId = :townId AND trace.memberId IN (:...ids)', { townId: scope.townId, ids: ids.slice(at, at + chunk) })
        .getRawMany<{ memberId: string }>();
      found.push(...rows.map(({ memberId }) => memberId));
    }
    return found;
  }
}
