import { Injectable } from '@nestjs/common';
import type { LeaveState } from '@weidangxiao/shared/rules/leave.ts';
import { MoreThanOrEqual } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { Leave } from './leave.entity.ts';

export interface LeaveFilter {
  readonly since: number;
  readonly state?: LeaveState | undefined;
  readonly sessionId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly memberId?: string | undefined;
}

const columns = { town: 'leaf.townId', member: 'leaf.memberId', group: 'leaf.groupId' };

@Injectable()
export class LeavesRepository {
  constructor(private readonly database: Database) {}

  /** `leave` is a word of SQL. */
  private scoped(scope: TownScope) {
    const { sql, params } = within(scope, columns);
    return this.database.rows(Leave).createQueryBuilder('leaf').where(sql, params);
  }

  one(scope: PersonScope, id: string): Promise<Leave | null> {
    return this.scoped(scope).andWhere('leaf.id = :id', { id }).getOne();
  }

  byClientId({ townId }: TownScope, enteredBy: string, clientId: string): Promise<Leave | null> {
    return this.database.rows(Leave).findOneBy({ townId, enteredBy, clientId });
  }

  /** Newest first. */
  page(scope: PersonScope, { since, state, sessionId, groupId, memberId }: LeaveFilter, skip: number, take: number): Promise<[Leave[], number]> {
    const query = this.scoped(scope).andWhere('leaf.receivedAt >= :since', { since });
    if (state) query.andWhere('leaf.state = :state', { state });
    if (sessionId) query.andWhere('leaf.sessionId = :sessionId', { sessionId });
    if (groupId) query.andWhere('leaf.groupId = :groupId', { groupId });
    if (memberId) query.andWhere('leaf.memberId = :memberId', { memberId });
    // Named, since MariaDB would rather count through all of a young town's.
    if (scope.reach === 'town' && !sessionId && !groupId && !memberId) query.useIndex('ix_leaves_received');
    return query.orderBy('leaf.receivedAt', 'DESC').addOrderBy('leaf.id', 'DESC').offset(skip).limit(take).getManyAndCount();
  }

  /** For paper: asked for by members of that group since then, oldest first. */
  ofGroup({ townId }: TownScope, groupId: string, since: number): Promise<Leave[]> {
    return this.database.rows(Leave).find({ where: { townId, groupId, receivedAt: MoreThanOrEqual(since) }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  async insert({ townId }: TownScope, leave: Leave): Promise<void> {
    await this.database.rows(Leave).insert({ ...leave, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_leaves_client');
  }

  isAsked(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_leaves_session');
  }

  /** Only while it is still as `seen`: false when somebody else was faster. */
  async change({ townId }: TownScope, { id, state }: Leave, changes: Partial<Leave>): Promise<boolean> {
    const { affected } = await this.database.rows(Leave).update({ townId, id, state }, changes);
    return affected === 1;
  }
}
