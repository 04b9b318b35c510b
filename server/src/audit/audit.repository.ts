import { Injectable } from '@nestjs/common';
import { AuditRow } from '../platform/access/audit-row.entity.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  page(scope: WholeTownScope, act: string | undefined, skip: number, take: number): Promise<[AuditRow[], number]> {
    const where = act ? { townId: scope.townId, act } : { townId: scope.townId };
    return this.database.rows(AuditRow).findAndCount({ where, order: { at: 'DESC', id: 'DESC' }, skip, take });
  }
}
