import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, IsNull, type SelectQueryBuilder } from 'typeorm';
import type { HostScope, SystemScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { marks, padded, type RowSource } from '../platform/database/prepared.ts';
import type { DoorbellState } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { Doorbell } from './doorbell.entity.ts';

export interface DoorbellCount {
  readonly state: DoorbellState;
  readonly reason: string | null;
  readonly count: number;
}

/** Where somebody's doorbell stands, and why. */
export type StandingDoorbell = Pick<Doorbell, 'memberId' | 'state' | 'reason'>;

export interface Claim {
  readonly roundId: string;
  /** Due at an instant of business time; asked of WeChat before, in vain; or all that wait. */
  readonly which: { readonly dueAt: number } | 'tried' | 'all';
  /** Leases of which nothing was heard for too long: they may be taken over. */
  readonly lost: readonly string[];
  readonly limit: number;
}

export type Changes = Partial<Pick<Doorbell, 'state' | 'reason' | 'attempts' | 'credited' | 'nextAt' | 'leaseToken' | 'msgid' | 'settledAt'>>;

const insertSql = "INSERT INTO doorbells (town_id, id, round_id, member_id, state, attempts, credited, next_at) SELECT ?, source.id, ?, source.member_id, 'waiting', 0, 0, ? FROM";

/** Only the jobs write here, and whoever begins a round. Claims work without SKIP LOCKED, which not every engine has. */
@Injectable()
export class DoorbellsRepository {
  constructor(private readonly database: Database) {}

  private waiting(scope: TownScope, roundId: string): SelectQueryBuilder<Doorbell> {
    const query = this.database.rows(Doorbell).createQueryBuilder('doorbell');
    return query.where("doorbell.townId = :townId AND doorbell.roundId = :roundId AND doorbell.state = 'waiting'", { townId: scope.townId, roundId });
  }

  async insert(scope: TownScope, doorbells: readonly Omit<Doorbell, 'townId'>[]): Promise<void> {
    if (doorbells.length > 0) await this.database.rows(Doorbell).insert(doorbells.map((doorbell) => ({ ...doorbell, townId: scope.townId })));
  }

  /** A waiting doorbell for each row of a source (columns `id` and `member_id`), by the engine itself. */
  async insertFrom(scope: TownScope, roundId: string, { sql, values }: RowSource, nextAt: number): Promise<void> {
    await this.database.run(`${insertSql} (${sql}) source`, [scope.townId, roundId, nextAt, ...values]);
  }

  async isAnyWaiting(scope: TownScope, roundId: string): Promise<boolean> {
    return (await this.waiting(scope, roundId).select('doorbell.id', 'id').limit(1).getRawOne()) !== undefined;
  }

  /** The leases that are out, across towns. */
  async leases(_: HostScope): Promise<string[]> {
    const query = this.database.rows(Doorbell).createQueryBuilder('doorbell').where('doorbell.leaseToken IS NOT NULL');
    const rows = await query.select('doorbell.leaseToken', 'token').distinct().getRawMany<{ token: string }>();
    return rows.map(({ token }) => token);
  }

  /** Leases some; who claims at the same moment gets others, so that fewer may be leased than were `found`. Call inside a unit of work. */
  async claim(scope: SystemScope, { roundId, which, lost, limit }: Claim): Promise<{ token: string; found: number; doorbells: Doorbell[] }> {
    const token = randomUUID();
    const query = this.waiting(scope, roundId).andWhere(lost.length > 0 ? '(doorbell.leaseToken IS NULL OR doorbell.leaseToken IN (:...lost))' : 'doorbell.leaseToken IS NULL', { lost });
    if (which === 'tried') query.andWhere('doorbell.reason IS NOT NULL');
    else if (which !== 'all') query.andWhere('doorbell.nextAt <= :dueAt', which);
    const found = await query.select('doorbell.id', 'id').orderBy('doorbell.nextAt').addOrderBy('doorbell.id').limit(limit).getRawMany<{ id: string }>();
    if (found.length === 0) return { token, found: 0, doorbells: [] };
    const ids = found.map(({ id }) => id);
    const free = lost.length > 0 ? `(lease_token IS NULL OR lease_token IN (${marks(lost)}))` : 'lease_token IS NULL';
    await this.database.run(`UPDATE doorbells SET lease_token = ? WHERE town_id = ? AND id IN (${marks(ids)}) AND state = 'waiting' AND ${free}`, [token, scope.townId, ...ids, ...lost]);
    return { token, found: ids.length, doorbells: await this.leased(scope, ids, token) };
  }

  /** By their ids: asked by the lease alone, MariaDB reads all doorbells of the town for the sake of an order. */
  private leased(scope: SystemScope, ids: readonly string[], leaseToken: string): Promise<Doorbell[]> {
    return this.database.rows(Doorbell).findBy({ townId: scope.townId, id: In([...ids]), leaseToken });
  }

  /** Across towns: WeChat knows its messages by number. */
  byMsgid(_: HostScope, msgid: string): Promise<Doorbell | null> {
    return this.database.rows(Doorbell).findOneBy({ msgid });
  }

  /** What became of one; false when its lease was lost to somebody else meanwhile. */
  async record(scope: SystemScope, id: string, leaseToken: string, changes: Changes): Promise<boolean> {
    const { affected } = await this.database.rows(Doorbell).update({ townId: scope.townId, id, leaseToken }, { ...changes, leaseToken: null });
    return affected === 1;
  }

  /** Messages that went out, in one statement: WeChat's number for each by the doorbell's id. Those that are under none of these leases any more stay as they are. */
  async recordSent(scope: SystemScope, leaseTokens: readonly string[], msgids: ReadonlyMap<string, string | null>, settledAt: number): Promise<void> {
    const [sent, tokens] = [padded([...msgids]), padded(leaseTokens)];
    const sql = `UPDATE doorbells SET state = 'sent', reason = NULL, attempts = attempts + 1, credited = 1, settled_at = ?, lease_token = NULL,
      msgid = CASE id ${'WHEN ? THEN ? '.repeat(sent.length)}END
      WHERE town_id = ? AND id IN (${marks(sent)}) AND lease_token IN (${marks(tokens)})`;
    await this.database.run(sql, [settledAt, ...sent.flat(), scope.townId, ...sent.map(([id]) => id), ...tokens]);
  }

  /** Their credits have been taken. */
  async credit(scope: SystemScope, ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.database.run(`UPDATE doorbells SET credited = 1 WHERE town_id = ? AND id IN (${marks(ids)})`, [scope.townId, ...ids]);
  }

  async update(scope: TownScope, ids: readonly string[], changes: Changes): Promise<void> {
    if (ids.length > 0) await this.database.rows(Doorbell).update({ townId: scope.townId, id: In([...ids]) }, changes);
  }

  async release(scope: SystemScope, leaseTokens: readonly string[]): Promise<void> {
    if (leaseTokens.length > 0) await this.database.rows(Doorbell).update({ townId: scope.townId, leaseToken: In([...leaseTokens]) }, { leaseToken: null });
  }

  /** For all that nobody has tried yet: says why they wait, and until when. */
  async postpone(scope: SystemScope, roundId: string, nextAt: number, reason: string): Promise<void> {
    const resting = { townId: scope.townId, roundId, state: 'waiting' as const, leaseToken: IsNull(), reason: IsNull() };
    await this.database.rows(Doorbell).update(resting, { nextAt, reason });
  }

  /** Those that failed wait again, as if nobody had tried. */
  async waitAgain(scope: TownScope, roundId: string, nextAt: number): Promise<number> {
    const anew = { state: 'waiting' as const, reason: null, attempts: 0, nextAt, settledAt: null };
    return (await this.database.rows(Doorbell).update({ townId: scope.townId, roundId, state: 'failed' }, anew)).affected ?? 0;
  }

  async counts(scope: TownScope, roundId: string): Promise<DoorbellCount[]> {
    const { sql, params } = within(scope, { town: 'doorbell.townId', member: 'doorbell.memberId' });
    const query = this.database.rows(Doorbell).createQueryBuilder('doorbell').where(sql, params);
    const rows = await query
      .andWhere('doorbell.roundId = :roundId', { roundId })
      .select('doorbell.state', 'state')
      .addSelect('doorbell.reason', 'reason')
      .addSelect('COUNT(*)', 'count')
      .groupBy('doorbell.state')
      .addGroupBy('doorbell.reason')
      .getRawMany<{ state: DoorbellState; reason: string | null; count: unknown }>();
    return rows.map(({ state, reason, count }) => ({ state, reason, count: Number(count) }));
  }

  /** Whose doorbells of a round stand in these states. */
  inStates(scope: TownScope, roundId: string, states: readonly DoorbellState[]): Promise<StandingDoorbell[]> {
    const { sql, params } = within(scope, { town: 'doorbell.townId', member: 'doorbell.memberId' });
    const query = this.database.rows(Doorbell).createQueryBuilder('doorbell').where(sql, params).andWhere('doorbell.roundId = :roundId', { roundId });
    return query.andWhere('doorbell.state IN (:...states)', { states }).select('doorbell.memberId', 'memberId').addSelect('doorbell.state', 'state').addSelect('doorbell.reason', 'reason').getRawMany<StandingDoorbell>();
  }
}
