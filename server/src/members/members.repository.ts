import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, MoreThan, MoreThanOrEqual, Raw, type SelectQueryBuilder } from 'typeorm';
import type { OpenScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import type { RowSource } from '../platform/database/prepared.ts';
import { Member, type MemberState } from './member.entity.ts';
import { Membership } from './membership.entity.ts';

export interface MemberFilter {
  readonly groupId?: string | undefined;
  readonly q?: string | undefined;
  readonly state?: MemberState | undefined;
  /** Ids of groups in the order in which their people are listed; without it by name alone. */
  readonly groupOrder?: readonly string[] | undefined;
}

const columns = { town: 'member.townId', member: 'member.id', group: 'member.groupId' };

@Injectable()
export class MembersRepository {
  constructor(private readonly database: Database) {}

  private scoped(scope: TownScope): SelectQueryBuilder<Member> {
    const { sql, params } = within(scope, columns);
    return this.database.rows(Member).createQueryBuilder('member').where(sql, params);
  }

  one(scope: TownScope, id: string): Promise<Member | null> {
    return this.scoped(scope).andWhere('member.id = :id', { id }).getOne();
  }

  page(scope: TownScope, filter: MemberFilter, skip: number, take: number): Promise<[Member[], number]> {
    const query = this.scoped(scope).andWhere('member.state = :state', { state: filter.state ?? 'active' });
    if (filter.groupId) query.andWhere('member.groupId = :groupId', { groupId: filter.groupId });
    if (filter.q) query.andWhere("member.name LIKE :q ESCAPE '!'", { q: `%${filter.q.replace(/[!%_]/g, '!$&')}%` });
    const order = filter.groupOrder ?? [];
    if (order.length > 0) query.orderBy(`CASE member.groupId ${order.map((_, at) => `WHEN :group${at} THEN ${at}`).join(' ')} ELSE ${order.length} END`);
    query.setParameters(Object.fromEntries(order.map((id, at) => [`group${at}`, id])));
    return query.addOrderBy('member.name').addOrderBy('member.id').offset(skip).limit(take).getManyAndCount();
  }

  /** Names inside a town are no secret among its people: this looks past the reach, never past the town. */
  named(scope: TownScope, ids: readonly string[]): Promise<Pick<Member, 'id' | 'name' | 'groupId' | 'paper' | 'state'>[]> {
    return this.database.rows(Member).find({ select: { id: true, name: true, groupId: true, paper: true, state: true }, where: { townId: scope.townId, id: In([...ids]) } });
  }

  withDuty({ townId }: TownScope, ids: readonly string[]): Promise<Pick<Member, 'id' | 'duty'>[]> {
    return this.database.rows(Member).find({ select: { id: true, duty: true }, where: { townId, id: In([...ids]) } });
  }

  /** As `named`, by part of the name. */
  likeNamed(scope: TownScope, q: string, take: number): Promise<Pick<Member, 'id' | 'name' | 'groupId'>[]> {
    return this.database.rows(Member).find({ select: { id: true, name: true, groupId: true }, where: { townId: scope.townId, state: 'active', name: Raw((column) => `${column} LIKE :q ESCAPE '!'`, { q: `%${q.replace(/[!%_]/g, '!$&')}%` }) }, order: { name: 'ASC', id: 'ASC' }, take });
  }

  activeOfGroup(scope: TownScope, groupId: string): Promise<Member[]> {
    return this.database.rows(Member).find({ where: { townId: scope.townId, groupId, state: 'active' }, order: { name: 'ASC', id: 'ASC' } });
  }

  activeAfter(scope: TownScope, afterId: string, take: number): Promise<Member[]> {
    return this.database.rows(Member).find({ where: { townId: scope.townId, state: 'active', id: MoreThan(afterId) }, order: { id: 'ASC' }, take });
  }

  /** The last of the next `take` active members after one, in the order of their ids; null where there are none. */
  async activeSpan(scope: TownScope, afterId: string, take: number): Promise<{ last: string | null; count: number }> {
    const rows = await this.database.run<{ id: string }>(`SELECT id FROM members WHERE town_id = ? AND state = 'active' AND id > ? ORDER BY id LIMIT ${take}`, [scope.townId, afterId]);
    return { last: rows.at(-1)?.id ?? null, count: rows.length };
  }

  /** Active members after one and up to another: `id`, `group_id`, `paper`. */
  activeSource(scope: TownScope, after: string, upTo: string): RowSource {
    const sql = "SELECT id, group_id, paper FROM members WHERE town_id = ? AND state = 'active' AND id > ? AND id <= ?";
    return { sql, values: [scope.townId, after, upTo] };
  }

  active(scope: TownScope): Promise<Member[]> {
    return this.database.rows(Member).findBy({ townId: scope.townId, state: 'active' });
  }

  countActive(scope: TownScope): Promise<number> {
    return this.database.rows(Member).countBy({ townId: scope.townId, state: 'active' });
  }

  async countByGroup(scope: TownScope): Promise<Map<string, number>> {
    const rows = await this.database
      .rows(Member)
      .createQueryBuilder('member')
      .select('member.groupId', 'groupId')
      .addSelect('COUNT(*)', 'count')
      .where('member.townId = :townId AND member.state = :state', { townId: scope.townId, state: 'active' })
      .groupBy('member.groupId')
      .getRawMany<{ groupId: string; count: string }>();
    return new Map(rows.map(({ groupId, count }) => [groupId, Number(count)]));
  }

  /** Across towns, before anybody is known: for binding a phone at login. */
  byPhoneIndex(_: OpenScope, phoneIndex: string): Promise<Member[]> {
    return this.database.rows(Member).find({ where: { phoneIndex, state: 'active' }, order: { name: 'ASC', id: 'ASC' }, take: 20 });
  }

  withPhoneIndex(scope: TownScope, phoneIndex: string): Promise<Member[]> {
    return this.database.rows(Member).findBy({ townId: scope.townId, phoneIndex, state: 'active' });
  }

  async insert(scope: TownScope, members: readonly Omit<Member, 'townId'>[]): Promise<void> {
    for (let at = 0; at < members.length; at += 200) {
      await this.database.rows(Member).insert(members.slice(at, at + 200).map((member) => ({ ...member, townId: scope.townId })));
    }
  }

  async update(scope: TownScope, id: string, changes: Partial<Member>): Promise<void> {
    await this.database.rows(Member).update({ townId: scope.townId, id }, changes);
  }

  async delete(scope: TownScope, ids: readonly string[]): Promise<void> {
    await this.database.rows(Membership).delete({ townId: scope.townId, memberId: In([...ids]) });
    await this.database.rows(Member).delete({ townId: scope.townId, id: In([...ids]) });
  }

  memberships(scope: TownScope, memberId: string): Promise<Membership[]> {
    return this.database.rows(Membership).find({ where: { townId: scope.townId, memberId }, order: { fromDate: 'ASC' } });
  }

  /** Memberships that hold on that day, of these groups or of these members; like names, within the town whatever the reach. */
  holdingOn({ townId }: TownScope, of: { groupIds: readonly string[] } | { memberIds: readonly string[] }, date: string): Promise<Membership[]> {
    const those = 'groupIds' in of ? { groupId: In([...of.groupIds]) } : { memberId: In([...of.memberIds]) };
    const begun = { townId, ...those, fromDate: LessThanOrEqual(date) };
    return this.database.rows(Membership).find({ where: [{ ...begun, toDate: IsNull() }, { ...begun, toDate: MoreThanOrEqual(date) }] });
  }

  /** Memberships that touch these days, of these members or of the whole town. */
  touching({ townId }: TownScope, from: string, to: string, memberIds?: readonly string[]): Promise<Membership[]> {
    const begun = { townId, fromDate: LessThanOrEqual(to), ...(memberIds && { memberId: In([...memberIds]) }) };
    return this.database.rows(Membership).find({ where: [{ ...begun, toDate: IsNull() }, { ...begun, toDate: MoreThanOrEqual(from) }] });
  }

  async startMemberships(scope: TownScope, rows: readonly Omit<Membership, 'townId' | 'toDate'>[]): Promise<void> {
    for (let at = 0; at < rows.length; at += 200) {
      await this.database.rows(Membership).insert(rows.slice(at, at + 200).map((row) => ({ ...row, toDate: null, townId: scope.townId })));
    }
  }

  async endMembership(scope: TownScope, memberId: string, toDate: string): Promise<void> {
    await this.database.rows(Membership).update({ townId: scope.townId, memberId, toDate: IsNull() }, { toDate });
  }

  /** As if it had never ended. */
  async reopenMembership(scope: TownScope, id: string): Promise<void> {
    await this.database.rows(Membership).update({ townId: scope.townId, id }, { toDate: null });
  }

  async deleteMembership(scope: TownScope, id: string): Promise<void> {
    await this.database.rows(Membership).delete({ townId: scope.townId, id });
  }
}
