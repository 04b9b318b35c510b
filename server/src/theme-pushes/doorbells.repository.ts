import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import type { HostScope, SystemScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { Doorbell, type DoorbellState } from './doorbell.entity.ts';

export interface DoorbellCount {
  readonly state: DoorbellState;
  readonly reason: string | null;
  readonly count: number;
}

export interface Claim {
  readonly pushId: string;
  /** Due at an instant of business time; asked of WeChat before, in vain; or all that wait. */
  readonly which: { readonly dueAt: number } | 'tried' | 'all';
  /** Leases of which nothing was heard for too long: they may be taken over. */
  readonly lost: readonly string[];
  readonly limit: number;
}

type Changes = Partial<Pick<Doorbell, 'state' | 'reason' | 'attempts' | 'credited' | 'nextAt' | 'leaseToken' | 'msgid' | 'settledAt'>>;

/** Only the jobs write here. Claims work without SKIP LOCKED, which not every engine has. */
@Injectable()
export class DoorbellsRepository {
  constructor(private readonly database: Database) {}

  private waiting(scope: SystemScope, pushId: string): SelectQueryBuilder<Doorbell> {
    const query = this.database.rows(Doorbell).createQueryBuilder('doorbell');
    return query.where("doorbell.townId = :townId AND doorbell.pushId = :pushId AND doorbell.state = 'waiting'", { townId: scope.townId, pushId });
  }

  async insert(scope: SystemScope, doorbells: readonly Omit<Doorbell, 'townId'>[]): Promise<void> {
    if (doorbells.length > 0) await this.database.rows(Doorbell).insert(doorbells.map((doorbell) => ({ ...doorbell, townId: scope.townId })));
  }

  countWaiting(scope: SystemScope, pushId: string): Promise<number> {
    return this.waiting(scope, pushId).getCount();
  }

  /** The leases that are out, across towns. */
  async leases(_: HostScope): Promise<string[]> {
    const query = this.database.rows(Doorbell).createQueryBuilder('doorbell').where('doorbell.leaseToken IS NOT NULL');
    const rows = await query.select('doorbell.leaseToken', 'token').distinct().getRawMany<{ token: string }>();
    return rows.map(({ token }) => token);
  }

  /** Leases some; who claims at the same moment gets others. Call inside a unit of work. */
  async claim(scope: SystemScope, { pushId, which, lost, limit }: Claim): Promise<{ token: string; doorbells: Doorbell[] }> {
    const token = randomUUID();
    const query = this.waiting(scope, pushId).andWhere(lost.length > 0 ? '(doorbell.leaseToken IS NULL OR doorbell.leaseToken IN (:...lost))' : 'doorbell.leaseToken IS NULL', { lost });
    if (which === 'tried') query.andWhere('doorbell.reason IS NOT NULL');
    else if (which !== 'all') query.andWhere('doorbell.nextAt <= :dueAt', which);
    const found = await query.select('doorbell.id', 'id').orderBy('doorbell.nextAt').addOrderBy('doorbell.id').limit(limit).getRawMany<{ id: string }>();
    await this.lease(scope, found.map(({ id }) => id), lost, token);
    return { token, doorbells: await this.leasedBy(scope, token) };
  }

  private async lease(scope: SystemScope, ids: readonly string[], lost: readonly string[], leaseToken: string): Promise<void> {
    if (ids.length === 0) return;
    const waiting = { townId: scope.townId, id: In([...ids]), state: 'waiting' as const };
    const free = [{ ...waiting, leaseToken: IsNull() }, ...(lost.length > 0 ? [{ ...waiting, leaseToken: In([...lost]) }] : [])];
    for (const where of free) await this.database.rows(Doorbell).update(where, { leaseToken });
  }

  private leasedBy(scope: SystemScope, leaseToken: string): Promise<Doorbell[]> {
    return this.database.rows(Doorbell).find({ where: { townId: scope.townId, leaseToken }, order: { id: 'ASC' } });
  }

  /** What became of one; false when its lease was lost to somebody else meanwhile. */
  async record(scope: SystemScope, id: string, leaseToken: string, changes: Changes): Promise<boolean> {
    const { affected } = await this.database.rows(Doorbell).update({ townId: scope.townId, id, leaseToken }, { ...changes, leaseToken: null });
    return affected === 1;
  }

  async update(scope: SystemScope, ids: readonly string[], changes: Changes): Promise<void> {
    if (ids.length > 0) await this.database.rows(Doorbell).update({ townId: scope.townId, id: In([...ids]) }, changes);
  }

  async release(scope: SystemScope, leaseToken: string): Promise<void> {
    await this.database.rows(Doorbell).update({ townId: scope.townId, leaseToken }, { leaseToken: null });
  }

  /** For all that nobody has tried yet: says why they wait, and until when. */
  async postpone(scope: SystemScope, pushId: string, nextAt: number, reason: string): Promise<void> {
    const resting = { townId: scope.townId, pushId, state: 'waiting' as const, leaseToken: IsNull(), reason: IsNull() };
    await this.database.rows(Doorbell).update(resting, { nextAt, reason });
  }

  async counts(scope: TownScope, pushId: string): Promise<DoorbellCount[]> {
    const { sql, params } = within(scope, { town: 'doorbell.townId', member: 'doorbell.memberId' });
    const query = this.database.rows(Doorbell).createQueryBuilder('doorbell').where(sql, params);
    const rows = await query
      .andWhere('doorbell.pushId = :pushId', { pushId })
      .select('doorbell.state', 'state')
      .addSelect('doorbell.reason', 'reason')
      .addSelect('COUNT(*)', 'count')
      .groupBy('doorbell.state')
      .addGroupBy('doorbell.reason')
      .getRawMany<{ state: DoorbellState; reason: string | null; count: unknown }>();
    return rows.map(({ state, reason, count }) => ({ state, reason, count: Number(count) }));
  }
}
