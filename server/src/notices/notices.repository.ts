import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Notice } from './notice.entity.ts';

const chunk = 500;

@Injectable()
export class NoticesRepository {
  constructor(private readonly database: Database) {}

  page(scope: PersonScope, skip: number, take: number): Promise<[Notice[], number]> {
    return this.database.rows(Notice).findAndCount({ where: { townId: scope.townId, memberId: scope.memberId }, order: { at: 'DESC', id: 'DESC' }, skip, take });
  }

  /** A statement a chunk, however many are told; whoever was told under that key already keeps the first notice. */
  async insertOnce({ townId }: TownScope, notices: readonly Omit<Notice, 'townId'>[]): Promise<void> {
    // By person, so that two who tell the same people never wait for each other.
    const rows = [...notices].sort((a, b) => a.memberId.localeCompare(b.memberId)).map((notice) => ({ ...notice, townId }));
    for (let at = 0; at < rows.length; at += chunk) {
      const query = this.database.manager().createQueryBuilder().insert().into(Notice).values(rows.slice(at, at + chunk)).updateEntity(false);
      // Both engines know this way to leave a row alone that has the key: its key is set to what it is.
      await query.orUpdate(['dedupe_key'], ['town_id', 'member_id', 'dedupe_key']).execute();
    }
  }

  async markRead(scope: PersonScope, id: string, readAt: number): Promise<boolean> {
    const mine = { townId: scope.townId, memberId: scope.memberId, id };
    if (!(await this.database.rows(Notice).existsBy(mine))) return false;
    await this.database.rows(Notice).update({ ...mine, readAt: IsNull() }, { readAt });
    return true;
  }
}
