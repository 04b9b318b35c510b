import { Injectable } from '@nestjs/common';
import { IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import type { HostScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { OfficialAccount } from './official-account.entity.ts';

@Injectable()
export class OfficialAccountsRepository {
  constructor(private readonly database: Database) {}

  private scoped(scope: TownScope): SelectQueryBuilder<OfficialAccount> {
    const { sql, params } = within(scope, { town: 'account.townId' });
    return this.database.rows(OfficialAccount).createQueryBuilder('account').where(sql, params);
  }

  own(scope: TownScope): Promise<OfficialAccount | null> {
    return this.scoped(scope).getOne();
  }

  /** Of any town, where its message push is set up. */
  pushed(_: HostScope, appId: string): Promise<OfficialAccount | null> {
    return this.database.rows(OfficialAccount).findOne({ where: { appId, pushSecrets: Not(IsNull()) }, order: { setAt: 'ASC' } });
  }

  async put(scope: TownScope, account: Omit<OfficialAccount, 'townId'>): Promise<void> {
    await this.database.rows(OfficialAccount).upsert({ ...account, townId: scope.townId }, ['townId']);
  }

  async remove(scope: TownScope): Promise<boolean> {
    return ((await this.database.rows(OfficialAccount).delete({ townId: scope.townId })).affected ?? 0) > 0;
  }
}
