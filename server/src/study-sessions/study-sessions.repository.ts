import { Injectable } from '@nestjs/common';
import type { SessionKind, SessionState } from '@weidangxiao/shared/rules/study-session.ts';
import { Between, In, MoreThan, type SelectQueryBuilder } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { SessionGroup } from './session-group.entity.ts';
import { StudySession } from './study-session.entity.ts';

/** Whom a session may expect, as the calendar asks for one person. */
export interface ExpectedAs {
  readonly groupId: string | null;
  readonly tags: readonly string[];
  readonly committee: boolean;
}

export interface SessionFilter {
  /** Instants; the range is always bounded. */
  readonly from: number;
  readonly to: number;
  readonly groupId?: string | undefined;
  readonly kind?: SessionKind | undefined;
  readonly state?: SessionState | undefined;
  readonly expects?: ExpectedAs | undefined;
  readonly order: 'asc' | 'desc';
}

/** What happens where and when is known to the whole town; whose sessions somebody may change is asked by the services. */
@Injectable()
export class StudySessionsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<StudySession | null> {
    return this.database.rows(StudySession).findOneBy({ townId, id });
  }

  byClientId({ townId }: TownScope, createdBy: string, clientId: string): Promise<StudySession | null> {
    return this.database.rows(StudySession).findOneBy({ townId, createdBy, clientId });
  }

  some({ townId }: TownScope, ids: readonly string[]): Promise<StudySession[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.database.rows(StudySession).findBy({ townId, id: In([...ids]) });
  }

  page(scope: TownScope, filter: SessionFilter, skip: number, take: number): Promise<[StudySession[], number]> {
    const direction = filter.order === 'asc' ? 'ASC' : 'DESC';
    return this.filtered(scope, filter).orderBy('session.startsAt', direction).addOrderBy('session.id', direction).offset(skip).limit(take).getManyAndCount();
  }

  private filtered({ townId }: TownScope, { from, to, groupId, kind, state, expects }: SessionFilter): SelectQueryBuilder<StudySession> {
    const query = this.database.rows(StudySession).createQueryBuilder('session').where('session.townId = :townId', { townId });
    query.andWhere('session.startsAt >= :from AND session.startsAt < :to', { from, to });
    // Named, since MariaDB would rather read all sessions of a young town.
    if (!groupId) query.useIndex('ix_study_sessions_start');
    if (groupId) query.innerJoin(SessionGroup, 'expected', 'expected.townId = session.townId AND expected.sessionId = session.id AND expected.groupId = :groupId AND expected.startsAt >= :from AND expected.startsAt < :to', { groupId });
    if (kind) query.andWhere('session.kind = :kind', { kind });
    if (state) query.andWhere('session.state = :state', { state });
    if (expects) expecting(query, expects);
    return query;
  }

  /** Planned or open ones that touch this time; none is longer than twelve hours. */
  async touching({ townId }: TownScope, { startsAt, endsAt }: Pick<StudySession, 'startsAt' | 'endsAt'>): Promise<StudySession[]> {
    const halfDay = 12 * 3_600_000;
    const where = { townId, startsAt: Between(startsAt - halfDay, endsAt - 1), endsAt: MoreThan(startsAt), state: In(['planned', 'open']) };
    return this.database.rows(StudySession).find({ where, order: { startsAt: 'ASC', id: 'ASC' } });
  }

  plannedOfSeries({ townId }: TownScope, seriesId: string, after: number): Promise<StudySession[]> {
    return this.database.rows(StudySession).findBy({ townId, seriesId, startsAt: MoreThan(after), state: 'planned' });
  }

  /** Planned, held or called off, by group and date, from the groups' own index. */
  datesByGroup({ townId }: TownScope, groupIds: readonly string[], from: number, to: number): Promise<{ groupId: string; date: string; state: SessionState; kind: SessionKind }[]> {
    if (groupIds.length === 0) return Promise.resolve([]);
    return this.database
      .rows(SessionGroup)
      .createQueryBuilder('expected')
      .innerJoin(StudySession, 'session', 'session.townId = expected.townId AND session.id = expected.sessionId')
      .select('expected.groupId', 'groupId')
      .addSelect('session.date', 'date')
      .addSelect('session.state', 'state')
      .addSelect('session.kind', 'kind')
      .where('expected.townId = :townId AND expected.groupId IN (:...groupIds) AND expected.startsAt >= :from AND expected.startsAt < :to', { townId, groupIds, from, to })
      .getRawMany();
  }

  groupsOf({ townId }: TownScope, sessionIds: readonly string[]): Promise<SessionGroup[]> {
    return sessionIds.length === 0 ? Promise.resolve([]) : this.database.rows(SessionGroup).findBy({ townId, sessionId: In([...sessionIds]) });
  }

  async insert({ townId }: TownScope, sessions: readonly StudySession[], groupIds: readonly string[]): Promise<void> {
    await this.database.rows(StudySession).insert(sessions.map((session) => ({ ...session, townId })));
    const rows = sessions.flatMap(({ id, startsAt }) => groupIds.map((groupId) => ({ townId, sessionId: id, groupId, startsAt, number: null })));
    if (rows.length > 0) await this.database.rows(SessionGroup).insert(rows);
  }

  async replaceGroups({ townId }: TownScope, { id, startsAt }: Pick<StudySession, 'id' | 'startsAt'>, groupIds: readonly string[]): Promise<void> {
    await this.database.rows(SessionGroup).delete({ townId, sessionId: id });
    if (groupIds.length > 0) await this.database.rows(SessionGroup).insert(groupIds.map((groupId) => ({ townId, sessionId: id, groupId, startsAt, number: null })));
  }

  async moveGroups({ townId }: TownScope, sessionId: string, startsAt: number): Promise<void> {
    await this.database.rows(SessionGroup).update({ townId, sessionId }, { startsAt });
  }

  async numberGroup({ townId }: TownScope, sessionId: string, groupId: string, number: number): Promise<void> {
    await this.database.rows(SessionGroup).update({ townId, sessionId, groupId }, { number });
  }

  /** Only while it is still in that state: false when somebody was faster. */
  async change({ townId }: TownScope, { id, state }: Pick<StudySession, 'id' | 'state'>, changes: Partial<StudySession>): Promise<boolean> {
    const { affected } = await this.database.rows(StudySession).update({ townId, id, state }, changes);
    return affected === 1;
  }

  /** Takes the session's turn: until the unit of work is over nobody else marks at it. Places are counted with it. */
  async take({ townId }: TownScope, id: string, places: number): Promise<void> {
    await this.database.rows(StudySession).increment({ townId, id }, 'marked', places);
  }

  async countAttended({ townId }: TownScope, id: string, more: number): Promise<void> {
    if (more !== 0) await this.database.rows(StudySession).increment({ townId, id }, 'attendedCount', more);
  }

  isTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_study_sessions_client');
  }
}

/** Bound to the query's own range once more: without it the group's whole history would be gathered first. */
function expecting(query: SelectQueryBuilder<StudySession>, { groupId, tags, committee }: ExpectedAs): void {
  const ways = ['1 = 0'];
  if (groupId) ways.push(`EXISTS ${query.subQuery().select('1').from(SessionGroup, 'own').where('own.townId = session.townId AND own.sessionId = session.id AND own.groupId = :ownGroup AND own.startsAt >= :from AND own.startsAt < :to').getQuery()}`);
  if (tags.length > 0) ways.push("(session.expectKind = 'tag' AND session.expectTag IN (:...ownTags))");
  if (committee) ways.push("session.expectKind = 'committee'");
  query.andWhere(`(${ways.join(' OR ')})`, { ...(groupId && { ownGroup: groupId }), ...(tags.length > 0 && { ownTags: tags }) });
}
