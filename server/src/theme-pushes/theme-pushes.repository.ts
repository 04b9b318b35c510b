import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { HostScope, SystemScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { ThemePush } from './theme-push.entity.ts';

@Injectable()
export class ThemePushesRepository {
  constructor(private readonly database: Database) {}

  onMonday(scope: TownScope, monday: string): Promise<ThemePush | null> {
    return this.database.rows(ThemePush).findOneBy({ townId: scope.townId, monday });
  }

  /** Across towns, for the jobs: what is still being delivered, oldest first. */
  growing(_: HostScope): Promise<ThemePush[]> {
    return this.database.rows(ThemePush).find({ where: { expandedAt: IsNull() }, order: { sentAt: 'ASC', id: 'ASC' } });
  }

  async insert(scope: SystemScope, push: Omit<ThemePush, 'townId'>): Promise<void> {
    await this.database.rows(ThemePush).insert({ ...push, townId: scope.townId });
  }

  /** Moves the cursor from where it was seen. False when another replica has moved it: the chunk is that one's. */
  async advance(scope: SystemScope, { id, expandedTo }: ThemePush, changes: Pick<ThemePush, 'expandedTo' | 'expandedAt'>): Promise<boolean> {
    const seen = { townId: scope.townId, id, expandedAt: IsNull(), expandedTo: expandedTo ?? IsNull() };
    const { affected } = await this.database.rows(ThemePush).update(seen, changes);
    return affected === 1;
  }
}
