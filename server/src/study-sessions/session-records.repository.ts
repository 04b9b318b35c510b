import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { SessionAction } from './session-action.entity.ts';
import { SessionChange } from './session-change.entity.ts';

const columns = { town: 'action.townId', member: 'action.memberId', group: 'action.groupId' };

/** What stands beside a session: its dated changes, and what somebody is to do. */
@Injectable()
export class SessionRecordsRepository {
  constructor(private readonly database: Database) {}

  changes({ townId }: TownScope, sessionId: string): Promise<SessionChange[]> {
    return this.database.rows(SessionChange).find({ where: { townId, sessionId }, order: { at: 'ASC', id: 'ASC' } });
  }

  change({ townId }: TownScope, id: string): Promise<SessionChange | null> {
    return this.database.rows(SessionChange).findOneBy({ townId, id });
  }

  async insertChange({ townId }: TownScope, change: Omit<SessionChange, 'townId'>): Promise<void> {
    await this.database.rows(SessionChange).insert({ ...change, townId });
  }

  isKnownChange(error: unknown): boolean {
    return this.database.isUnique(error, 'pk_session_changes');
  }

  actionsOf({ townId }: TownScope, sessionId: string): Promise<SessionAction[]> {
    return this.database.rows(SessionAction).find({ where: { townId, sessionId }, order: { due: 'ASC', id: 'ASC' } });
  }

  /** Open ones of these groups. */
  openOfGroups({ townId }: TownScope, groupIds: readonly string[], take: number): Promise<SessionAction[]> {
    if (groupIds.length === 0) return Promise.resolve([]);
    return this.database.rows(SessionAction).find({ where: { townId, groupId: In([...groupIds]), doneAt: IsNull() }, order: { due: 'ASC', id: 'ASC' }, take });
  }

  pageOfActions(scope: TownScope, { groupId, done }: { groupId?: string | undefined; done?: boolean | undefined }, skip: number, take: number): Promise<[SessionAction[], number]> {
    const { sql, params } = within(scope, columns);
    const query = this.database.rows(SessionAction).createQueryBuilder('action').where(sql, params);
    if (groupId) query.andWhere('action.groupId = :groupId', { groupId });
    if (done !== undefined) query.andWhere(`action.doneAt IS ${done ? 'NOT ' : ''}NULL`);
    return query.orderBy('action.due').addOrderBy('action.id').offset(skip).limit(take).getManyAndCount();
  }

  action(scope: TownScope, id: string): Promise<SessionAction | null> {
    const { sql, params } = within(scope, columns);
    return this.database.rows(SessionAction).createQueryBuilder('action').where(sql, params).andWhere('action.id = :id', { id }).getOne();
  }

  async insertAction({ townId }: TownScope, action: Omit<SessionAction, 'townId'>): Promise<void> {
    await this.database.rows(SessionAction).insert({ ...action, townId });
  }

  /** Only while it is open: false when it was done already. */
  async complete({ townId }: TownScope, id: string, done: Pick<SessionAction, 'doneAt' | 'doneBy' | 'doneNote'>): Promise<boolean> {
    const { affected } = await this.database.rows(SessionAction).update({ townId, id, doneAt: IsNull() }, done);
    return affected === 1;
  }
}
