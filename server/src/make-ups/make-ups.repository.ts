import { Injectable } from '@nestjs/common';
import type { MakeUpState } from '@weidangxiao/shared/rules/make-up.ts';
import { In, MoreThanOrEqual } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { MakeUp } from './make-up.entity.ts';

export interface MakeUpFilter {
  readonly since: number;
  readonly state?: MakeUpState | undefined;
  readonly sessionId?: string | undefined;
  readonly groupId?: string | undefined;
  readonly memberId?: string | undefined;
}

const columns = { town: 'makeUp.townId', member: 'makeUp.memberId', group: 'makeUp.groupId' };

@Injectable()
export class MakeUpsRepository {
  constructor(private readonly database: Database) {}

  private scoped(scope: TownScope) {
    const { sql, params } = within(scope, columns);
    return this.database.rows(MakeUp).createQueryBuilder('makeUp').where(sql, params);
  }

  one(scope: PersonScope, id: string): Promise<MakeUp | null> {
    return this.scoped(scope).andWhere('makeUp.id = :id', { id }).getOne();
  }

  byClientId({ townId }: TownScope, enteredBy: string, clientId: string): Promise<MakeUp | null> {
    return this.database.rows(MakeUp).findOneBy({ townId, enteredBy, clientId });
  }

  /** Newest first. */
  page(scope: PersonScope, { since, state, sessionId, groupId, memberId }: MakeUpFilter, skip: number, take: number): Promise<[MakeUp[], number]> {
    const query = this.scoped(scope).andWhere('makeUp.receivedAt >= :since', { since });
    if (state) query.andWhere('makeUp.state = :state', { state });
    if (sessionId) query.andWhere('makeUp.sessionId = :sessionId', { sessionId });
    if (groupId) query.andWhere('makeUp.groupId = :groupId', { groupId });
    if (memberId) query.andWhere('makeUp.memberId = :memberId', { memberId });
    // Named, since MariaDB would rather count through all of a young town's.
    if (scope.reach === 'town' && !sessionId && !groupId && !memberId) query.useIndex('ix_make_ups_received');
    return query.orderBy('makeUp.receivedAt', 'DESC').addOrderBy('makeUp.id', 'DESC').offset(skip).limit(take).getManyAndCount();
  }

  /** For paper: reported by members of that group since then, oldest first. */
  ofGroup({ townId }: TownScope, groupId: string, since: number): Promise<MakeUp[]> {
    return this.database.rows(MakeUp).find({ where: { townId, groupId, receivedAt: MoreThanOrEqual(since) }, order: { receivedAt: 'ASC', id: 'ASC' } });
  }

  /** Of one member: at which of these sessions a make-up waits. */
  async waitingAt({ townId }: TownScope, memberId: string, sessionIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows(MakeUp).find({ select: { townId: true, id: true, sessionId: true }, where: { townId, memberId, heldSession: In([...sessionIds]), state: 'waiting' } });
    return rows.map(({ sessionId }) => sessionId);
  }

  async insert({ townId }: TownScope, makeUp: MakeUp): Promise<void> {
    await this.database.rows(MakeUp).insert({ ...makeUp, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_make_ups_client');
  }

  isReported(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_make_ups_session');
  }

  /** Only while it is still as `seen`: false when somebody else was faster. */
  async change({ townId }: TownScope, { id, state }: MakeUp, changes: Partial<MakeUp>): Promise<boolean> {
    const { affected } = await this.database.rows(MakeUp).update({ townId, id, state }, changes);
    return affected === 1;
  }
}
