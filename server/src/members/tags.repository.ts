import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Member } from './member.entity.ts';
import { MemberOwnTag } from './member-own-tag.entity.ts';

/** Who is what: known inside the town like names, whatever the reach. */
@Injectable()
export class TagsRepository {
  constructor(private readonly database: Database) {}

  /** Active members with the five. */
  active({ townId }: TownScope): Promise<Pick<Member, 'id' | 'tags'>[]> {
    return this.database.rows(Member).find({ select: { id: true, tags: true }, where: { townId, state: 'active' } });
  }

  ownOf({ townId }: TownScope, memberIds: readonly string[]): Promise<MemberOwnTag[]> {
    return memberIds.length === 0 ? Promise.resolve([]) : this.database.rows(MemberOwnTag).find({ where: { townId, memberId: In([...memberIds]) }, order: { word: 'ASC' } });
  }

  /** Active members with a word of the town's own. */
  async withWord(scope: TownScope, word: string): Promise<string[]> {
    const rows = await this.ofActive(scope).select('own.memberId', 'memberId').andWhere('own.word = :word', { word }).getRawMany<{ memberId: string }>();
    return rows.map(({ memberId }) => memberId);
  }

  /** The town's own words, each with how many active members have it. */
  async words(scope: TownScope): Promise<Map<string, number>> {
    const rows = await this.ofActive(scope).select('own.word', 'word').addSelect('COUNT(*)', 'count').groupBy('own.word').orderBy('own.word').getRawMany<{ word: string; count: string }>();
    return new Map(rows.map(({ word, count }) => [word, Number(count)]));
  }

  async replaceOwn({ townId }: TownScope, memberId: string, words: readonly string[]): Promise<void> {
    await this.database.rows(MemberOwnTag).delete({ townId, memberId });
    if (words.length > 0) await this.database.rows(MemberOwnTag).insert(words.map((word) => ({ townId, memberId, word })));
  }

  private ofActive({ townId }: TownScope): SelectQueryBuilder<MemberOwnTag> {
    return this.database
      .rows(MemberOwnTag)
      .createQueryBuilder('own')
      .innerJoin(Member, 'member', "member.townId = own.townId AND member.id = own.memberId AND member.state = 'active'")
      .where('own.townId = :townId', { townId });
  }
}
