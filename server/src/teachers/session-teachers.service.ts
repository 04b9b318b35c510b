import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type InvitationEvent, moveInvitation } from '@weidangxiao/shared/rules/teacher.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type SessionFollower, SessionFollowersService } from '../study-sessions/session-followers.service.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { InvitationNews } from './invitation-news.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import type { TeacherInvitation } from './teacher-invitation.entity.ts';
import { TeachersRepository } from './teachers.repository.ts';

/** What becomes of a session's teacher and invitations when the session changes. */
@Injectable()
export class SessionTeachersService implements SessionFollower, OnModuleInit {
  constructor(
    private readonly followers: SessionFollowersService,
    private readonly teachers: TeachersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly news: InvitationNews,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.follow(this);
  }

  created(scope: PersonScope, session: StudySession): Promise<void> {
    return this.requireTeacher(scope, session);
  }

  async changed(scope: PersonScope, session: StudySession, before: StudySession): Promise<void> {
    if (session.teacherId !== before.teacherId) await this.requireTeacher(scope, session);
  }

  /** A yes to another day is no yes: the teacher is asked again. */
  async moved(scope: PersonScope, session: StudySession, before: StudySession): Promise<void> {
    if (session.date === before.date) return;
    const again = { date: session.date, answeredAt: null, answeredBy: null, answerNote: null };
    await this.eachOf(scope, session, 'move', again, (invitation) => this.news.moved(scope, invitation));
  }

  async cancelled(scope: PersonScope, session: StudySession): Promise<void> {
    await this.eachOf(scope, session, 'withdraw', { withdrawnAt: this.clock.now() }, (invitation) => this.news.withdrawn(scope, invitation));
  }

  async closed(scope: PersonScope, { id, teacherId, date, title }: StudySession): Promise<void> {
    if (teacherId) await this.teachers.addTaught(scope, { sessionId: id, teacherId, date, title });
  }

  private async eachOf(scope: PersonScope, { id }: StudySession, event: InvitationEvent, changes: Partial<TeacherInvitation>, tell: (invitation: TeacherInvitation) => Promise<void>): Promise<void> {
    for (const seen of await this.invitations.ofSession(scope, id)) {
      const state = moveInvitation(seen.state, event);
      if (state && (await this.invitations.update(scope, seen, { ...changes, state }))) await tell({ ...seen, ...changes, state });
    }
  }

  private async requireTeacher(scope: PersonScope, { teacherId }: StudySession): Promise<void> {
    if (!teacherId) return;
    const teacher = await this.teachers.one(scope, teacherId);
    if (!teacher) throw new AppError('NOT_FOUND', { field: 'teacherId' });
    if (teacher.closedAt !== null) throw new AppError('TEACHER_CLOSED', { field: 'teacherId' });
  }
}
