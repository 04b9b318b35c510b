import { Injectable } from '@nestjs/common';
import { IsNull, type SelectQueryBuilder } from 'typeorm';
import type { PersonScope, SystemScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import type { RowSource } from '../platform/database/prepared.ts';
import { Delivery } from './delivery.entity.ts';
import type { ThemePush } from './theme-push.entity.ts';

/** Totals of a push. */
export interface DeliveryCounts {
  readonly inbox: number;
  readonly read: number;
  readonly paper: number;
  readonly handedOver: number;
}

const deliverSql = `INSERT INTO deliveries (town_id, id, push_id, member_id, group_id, monday, title, channel, at)
  SELECT ?, UUID(), ?, member.id, member.group_id, ?, ?, CASE WHEN member.paper = 1 THEN 'paper' ELSE 'inbox' END, ? FROM`;
const inboxSql = "SELECT id, member_id FROM deliveries WHERE town_id = ? AND push_id = ? AND member_id > ? AND member_id <= ? AND channel = 'inbox'";

const columns = { town: 'delivery.townId', member: 'delivery.memberId', group: 'delivery.groupId' };

@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  private scoped(scope: TownScope): SelectQueryBuilder<Delivery> {
    const { sql, params } = within(scope, columns);
    return this.database.rows(Delivery).createQueryBuilder('delivery').where(sql, params);
  }

  mine(scope: PersonScope, skip: number, take: number): Promise<[Delivery[], number]> {
    const where = { townId: scope.townId, memberId: scope.memberId };
    return this.database.rows(Delivery).findAndCount({ where, order: { monday: 'DESC', id: 'ASC' }, skip, take });
  }

  countUnread(scope: PersonScope): Promise<number> {
    return this.database.rows(Delivery).countBy({ townId: scope.townId, memberId: scope.memberId, channel: 'inbox', readAt: IsNull() });
  }

  myOwn(scope: PersonScope, id: string): Promise<Delivery | null> {
    return this.database.rows(Delivery).findOneBy({ townId: scope.townId, memberId: scope.memberId, id });
  }

  /** False when it was read already. */
  async markRead(scope: PersonScope, id: string, readAt: number): Promise<boolean> {
    const { affected } = await this.database.rows(Delivery).update({ townId: scope.townId, memberId: scope.memberId, id, readAt: IsNull() }, { readAt });
    return affected === 1;
  }

  /** Group by group. */
  paper(scope: TownScope, monday: string, skip: number, take: number): Promise<[Delivery[], number]> {
    const query = this.scoped(scope).andWhere("delivery.monday = :monday AND delivery.channel = 'paper'", { monday });
    return query.orderBy('delivery.groupId').addOrderBy('delivery.id').skip(skip).take(take).getManyAndCount();
  }

  /** By group: how many paper copies of these Mondays nobody has handed over. */
  async notHandedOver(scope: TownScope, mondays: readonly string[]): Promise<Map<string | null, number>> {
    const query = this.scoped(scope).andWhere("delivery.monday IN (:...mondays) AND delivery.channel = 'paper' AND delivery.handedOverAt IS NULL", { mondays });
    const rows = await query.select('delivery.groupId', 'groupId').addSelect('COUNT(*)', 'count').groupBy('delivery.groupId').getRawMany<{ groupId: string | null; count: string }>();
    return new Map(rows.map(({ groupId, count }) => [groupId, Number(count)]));
  }

  onePaper(scope: TownScope, id: string): Promise<Delivery | null> {
    return this.scoped(scope).andWhere("delivery.id = :id AND delivery.channel = 'paper'", { id }).getOne();
  }

  async update(scope: TownScope, id: string, changes: Pick<Delivery, 'handedOverAt' | 'handedOverBy'>): Promise<void> {
    await this.database.rows(Delivery).update({ townId: scope.townId, id }, changes);
  }

  /** A delivery for each row of `members` (columns `id`, `group_id`, `paper`), by the engine itself. */
  async insertFrom(scope: SystemScope, { id, monday, title }: Pick<ThemePush, 'id' | 'monday' | 'title'>, { sql, values }: RowSource, at: number): Promise<void> {
    await this.database.run(`${deliverSql} (${sql}) member`, [scope.townId, id, monday, title, at, ...values]);
  }

  /** The inbox rows of a push for the members after one and up to another: `id`, `member_id`. */
  inboxSource(scope: SystemScope, pushId: string, after: string, upTo: string): RowSource {
    return { sql: inboxSql, values: [scope.townId, pushId, after, upTo] };
  }

  async counts(scope: TownScope, pushId: string): Promise<DeliveryCounts> {
    const query = this.scoped(scope).andWhere('delivery.pushId = :pushId', { pushId });
    const rows = await query
      .select('delivery.channel', 'channel')
      .addSelect('COUNT(*)', 'total')
      .addSelect('COUNT(delivery.readAt)', 'read')
      .addSelect('COUNT(delivery.handedOverAt)', 'handedOver')
      .groupBy('delivery.channel')
      .getRawMany<{ channel: Delivery['channel']; total: unknown; read: unknown; handedOver: unknown }>();
    const [inbox, paper] = (['inbox', 'paper'] as const).map((channel) => rows.find((row) => row.channel === channel));
    return { inbox: Number(inbox?.total ?? 0), read: Number(inbox?.read ?? 0), paper: Number(paper?.total ?? 0), handedOver: Number(paper?.handedOver ?? 0) };
  }
}
