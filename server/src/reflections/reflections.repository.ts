import { Injectable } from '@nestjs/common';
import type { ReflectionState } from '@weidangxiao/shared/rules/reflection.ts';
import { Between, type SelectQueryBuilder } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { Reflection } from './reflection.entity.ts';

export interface ReflectionFilter {
  readonly state?: ReflectionState | undefined;
  readonly groupId?: string | undefined;
  readonly mine?: boolean | undefined;
}

const columns = { town: 'reflection.townId', member: 'reflection.authorId', group: 'reflection.groupId' };

@Injectable()
export class ReflectionsRepository {
  constructor(private readonly database: Database) {}

  /** The author's and the leader's: what they may write on. */
  writable(scope: PersonScope, id: string): Promise<Reflection | null> {
    const { sql, params } = within(scope, columns);
    return this.rows().where(sql, params).andWhere('reflection.id = :id', { id }).getOne();
  }

  readable(scope: PersonScope, id: string): Promise<Reflection | null> {
    return this.read(scope).andWhere('reflection.id = :id', { id }).getOne();
  }

  page(scope: PersonScope, { state, groupId, mine }: ReflectionFilter, skip: number, take: number): Promise<[Reflection[], number]> {
    const query = this.read(scope);
    if (state) query.andWhere('reflection.state = :state', { state });
    if (groupId) query.andWhere('reflection.groupId = :groupId', { groupId });
    if (mine) query.andWhere('reflection.authorId = :reader');
    return query.orderBy('reflection.movedAt', 'DESC').addOrderBy('reflection.id').skip(skip).take(take).getManyAndCount();
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<Reflection | null> {
    return this.database.rows(Reflection).findOneBy({ townId, authorId: memberId, clientId });
  }

  /** Handed in between two instants, the second one not included; oldest first. */
  handedIn({ townId }: TownScope, authorId: string, from: number, until: number): Promise<Reflection[]> {
    return this.database.rows(Reflection).find({ where: { townId, authorId, submittedAt: Between(from, until - 1) }, order: { submittedAt: 'ASC', id: 'ASC' } });
  }

  /** Ids of those who handed something in between two instants, the second one not included. */
  async authors({ townId }: TownScope, from: number, until: number): Promise<string[]> {
    const rows = await this.rows()
      .select('DISTINCT reflection.authorId', 'authorId')
      .where("reflection.townId = :townId AND reflection.submittedAt >= :from AND reflection.submittedAt < :until AND reflection.state IN ('in_review', 'published')", { townId, from, until })
      .getRawMany<{ authorId: string }>();
    return rows.map(({ authorId }) => authorId);
  }

  /** By group: what was handed in between two instants, the second one not included, and waits. */
  async inReview(scope: TownScope, from: number, until: number): Promise<Map<string | null, number>> {
    const { sql, params } = within(scope, columns);
    const rows = await this.rows()
      .select('reflection.groupId', 'groupId')
      .addSelect('COUNT(*)', 'count')
      .where(sql, params)
      .andWhere("reflection.submittedAt >= :from AND reflection.submittedAt < :until AND reflection.state = 'in_review'", { from, until })
      .groupBy('reflection.groupId')
      .getRawMany<{ groupId: string | null; count: string }>();
    return new Map(rows.map(({ groupId, count }) => [groupId, Number(count)]));
  }

  /** How much each of these members handed in between two instants, the second one not included, and was accepted since. */
  async acceptedCounts({ townId }: TownScope, authorIds: readonly string[], from: number, until: number): Promise<Map<string, number>> {
    const rows = await this.rows()
      .useIndex('ix_reflections_author')
      .select('reflection.authorId', 'authorId')
      // Ids, since SQLite would count rows from the index of the whole town's days, once for each chunk of members.
      .addSelect('COUNT(reflection.id)', 'count')
      .where("reflection.townId = :townId AND reflection.authorId IN (:...authorIds) AND reflection.submittedAt BETWEEN :from AND :last AND reflection.state = 'published'", { townId, authorIds, from, last: until - 1 })
      .groupBy('reflection.authorId')
      .getRawMany<{ authorId: string; count: string }>();
    return new Map(rows.map(({ authorId, count }) => [authorId, Number(count)]));
  }

  async insert({ townId }: TownScope, reflection: Reflection): Promise<void> {
    await this.database.rows(Reflection).insert({ ...reflection, townId });
  }

  isTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_reflections_client');
  }

  /** Only while it is still as `seen`: false when somebody else was faster. */
  async update({ townId }: TownScope, seen: Reflection, changes: Partial<Reflection>): Promise<boolean> {
    const { id, state, revision } = seen;
    const { affected } = await this.database.rows(Reflection).update({ townId, id, state, revision }, { ...changes, revision: revision + 1 });
    return affected === 1;
  }

  private rows(): SelectQueryBuilder<Reflection> {
    return this.database.rows(Reflection).createQueryBuilder('reflection');
  }

  /** What is published is the whole town's; reviewers see what was handed in, but a draft stays with who writes it. */
  private read(scope: PersonScope): SelectQueryBuilder<Reflection> {
    const { sql, params } = within(scope, columns);
    const query = this.rows().where('reflection.townId = :town', { town: scope.townId }).setParameters({ ...params, reader: scope.memberId });
    const unpublished = scope.reach === 'town' ? `(${sql} AND (reflection.state <> 'draft' OR reflection.authorId = :reader))` : `(${sql})`;
    return query.andWhere(`(reflection.state = 'published' OR ${unpublished})`);
  }
}
