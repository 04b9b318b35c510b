import { Injectable } from '@nestjs/common';
import type { InvitationState } from '@weidangxiao/shared/rules/teacher.ts';
import type { SelectQueryBuilder } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { TeacherInvitation } from './teacher-invitation.entity.ts';

export interface InvitationFilter {
  readonly teacherId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly state?: InvitationState | undefined;
}

const columns = { town: 'invitation.townId', member: 'invitation.memberId', group: 'invitation.groupId' };

/** An invitation is its teacher's, where that is a member, and of the group that invites. */
@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  one(scope: PersonScope, id: string): Promise<TeacherInvitation | null> {
    return this.scoped(scope).andWhere('invitation.id = :id', { id }).getOne();
  }

  page(scope: PersonScope, { teacherId, sessionId, state }: InvitationFilter, skip: number, take: number): Promise<[TeacherInvitation[], number]> {
    const query = this.scoped(scope);
    if (teacherId) query.andWhere('invitation.teacherId = :teacherId', { teacherId });
    if (sessionId) query.andWhere('invitation.sessionId = :sessionId', { sessionId });
    if (state) query.andWhere('invitation.state = :state', { state });
    return query.orderBy('invitation.createdAt', 'DESC').addOrderBy('invitation.id').offset(skip).limit(take).getManyAndCount();
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<TeacherInvitation | null> {
    return this.database.rows(TeacherInvitation).findOneBy({ townId, invitedBy: memberId, clientId });
  }

  ofSession({ townId }: TownScope, sessionId: string): Promise<TeacherInvitation[]> {
    return this.database.rows(TeacherInvitation).findBy({ townId, sessionId });
  }

  async insert({ townId }: TownScope, invitation: TeacherInvitation): Promise<void> {
    await this.database.rows(TeacherInvitation).insert({ ...invitation, townId });
  }

  isTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_teacher_invitations_client');
  }

  /** Only while it is still as `seen`: false when somebody else was faster. */
  async update({ townId }: TownScope, { id, state }: TeacherInvitation, changes: Partial<TeacherInvitation>): Promise<boolean> {
    const { affected } = await this.database.rows(TeacherInvitation).update({ townId, id, state }, changes);
    return affected === 1;
  }

  private scoped(scope: PersonScope): SelectQueryBuilder<TeacherInvitation> {
    const { sql, params } = within(scope, columns);
    return this.database.rows(TeacherInvitation).createQueryBuilder('invitation').where(sql, params);
  }
}
