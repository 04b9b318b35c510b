import { Injectable } from '@nestjs/common';
import type { RequestState } from '@weidangxiao/shared/rules/course.ts';
import { In } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { CourseRequestJoiner } from './course-request-joiner.entity.ts';
import { CourseRequest } from './course-request.entity.ts';

/** Requests are known to everybody of their town; who wants one is the service's business. */
@Injectable()
export class CourseRequestsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<CourseRequest | null> {
    return this.database.rows(CourseRequest).findOneBy({ townId, id });
  }

  page({ townId }: TownScope, { state, groupId }: { state?: RequestState | undefined; groupId?: string | undefined }, skip: number, take: number): Promise<[CourseRequest[], number]> {
    const where = { townId, ...(state && { state }), ...(groupId && { groupId }) };
    return this.database.rows(CourseRequest).findAndCount({ where, order: { createdAt: 'DESC', id: 'ASC' }, skip, take });
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<CourseRequest | null> {
    return this.database.rows(CourseRequest).findOneBy({ townId, memberId, clientId });
  }

  ofSession({ townId }: TownScope, sessionId: string): Promise<CourseRequest[]> {
    return this.database.rows(CourseRequest).findBy({ townId, sessionId, state: 'planned' });
  }

  countOpenOf({ townId, memberId }: PersonScope): Promise<number> {
    return this.database.rows(CourseRequest).countBy({ townId, memberId, state: 'open' });
  }

  async insert({ townId }: TownScope, request: CourseRequest): Promise<void> {
    await this.database.rows(CourseRequest).insert({ ...request, townId });
  }

  isTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_course_requests_client');
  }

  /**
   * The request as it is now, and nobody joins, leaves, plans or closes it until the unit of work ends: both engines let
   * one writer at a time have a row. Null for one that is not there.
   */
  async takeTurn(scope: TownScope, id: string): Promise<CourseRequest | null> {
    await this.database.rows(CourseRequest).update({ townId: scope.townId, id }, { revision: () => 'revision + 1' });
    return this.one(scope, id);
  }

  /** Only while it is still as `seen`: false when somebody else was faster. */
  async update({ townId }: TownScope, { id, state, revision }: CourseRequest, changes: Partial<CourseRequest>): Promise<boolean> {
    const { affected } = await this.database.rows(CourseRequest).update({ townId, id, state, revision }, { ...changes, revision: revision + 1 });
    return affected === 1;
  }

  /** True when this person was not among them yet. */
  async join({ townId }: TownScope, joiner: CourseRequestJoiner): Promise<boolean> {
    const { requestId, memberId } = joiner;
    if (await this.database.rows(CourseRequestJoiner).existsBy({ townId, requestId, memberId })) return false;
    await this.database.rows(CourseRequestJoiner).insert({ ...joiner, townId });
    return true;
  }

  async leave({ townId, memberId }: PersonScope, requestId: string): Promise<boolean> {
    const { affected } = await this.database.rows(CourseRequestJoiner).delete({ townId, requestId, memberId });
    return affected === 1;
  }

  /** The earliest first. */
  async joiners({ townId }: TownScope, requestId: string, take?: number): Promise<string[]> {
    const rows = await this.database.rows(CourseRequestJoiner).find({ where: { townId, requestId }, order: { at: 'ASC', memberId: 'ASC' }, ...(take && { take }) });
    return rows.map(({ memberId }) => memberId);
  }

  /** Request id -> how many want it, of one group where it is named. */
  async counts({ townId }: TownScope, requestIds: readonly string[], groupId?: string): Promise<Map<string, number>> {
    if (requestIds.length === 0) return new Map();
    const query = this.database.rows(CourseRequestJoiner).createQueryBuilder('joiner').select('joiner.requestId', 'requestId').addSelect('COUNT(*)', 'count');
    query.where('joiner.townId = :townId AND joiner.requestId IN (:...requestIds)', { townId, requestIds });
    if (groupId) query.andWhere('joiner.groupId = :groupId', { groupId });
    const rows = await query.groupBy('joiner.requestId').getRawMany<{ requestId: string; count: string }>();
    return new Map(rows.map(({ requestId, count }) => [requestId, Number(count)]));
  }

  /** Which of these requests the member has joined. */
  async joinedAmong({ townId, memberId }: PersonScope, requestIds: readonly string[]): Promise<Set<string>> {
    if (requestIds.length === 0) return new Set();
    const rows = await this.database.rows(CourseRequestJoiner).findBy({ townId, memberId, requestId: In([...requestIds]) });
    return new Set(rows.map(({ requestId }) => requestId));
  }
}
