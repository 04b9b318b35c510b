import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Notice } from './notice.entity.ts';

@Injectable()
export class NoticesRepository {
  constructor(private readonly database: Database) {}

  page(scope: PersonScope, skip: number, take: number): Promise<[Notice[], number]> {
    return this.database.rows(Notice).findAndCount({ where: { townId: scope.townId, memberId: scope.memberId }, order: { at: 'DESC', id: 'DESC' }, skip, take });
  }

  /** True when this person had not been told yet. */
  async insertOnce(scope: TownScope, notice: Omit<Notice, 'townId'>): Promise<boolean> {
    const key = { townId: scope.townId, memberId: notice.memberId, dedupeKey: notice.dedupeKey };
    if (await this.database.rows(Notice).existsBy(key)) return false;
    try {
      await this.database.rows(Notice).insert({ ...notice, townId: scope.townId });
      return true;
    } catch (error) {
      if (this.database.isUnique(error, 'uq_notices_once')) return false;
      throw error;
    }
  }

  async markRead(scope: PersonScope, id: string, readAt: number): Promise<boolean> {
    const mine = { townId: scope.townId, memberId: scope.memberId, id };
    if (!(await this.database.rows(Notice).existsBy(mine))) return false;
    await this.database.rows(Notice).update({ ...mine, readAt: IsNull() }, { readAt });
    return true;
  }
}
