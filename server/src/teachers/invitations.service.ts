import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type InvitationEvent, invitationStateNames, moveInvitation } from '@weidangxiao/shared/rules/teacher.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { InvitationNews } from './invitation-news.ts';
import { type InvitationView, InvitationViews } from './invitation-views.ts';
import { InvitationsRepository } from './invitations.repository.ts';
import type { TeacherInvitation } from './teacher-invitation.entity.ts';
import { TeachersService } from './teachers.service.ts';

type NewInvitation = Input<'createTeacherInvitation'>['body'];

/** Asking a teacher to come, and what the teacher says: in the app, or to somebody who writes it down. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly views: InvitationViews,
    private readonly teachers: TeachersService,
    private readonly sessions: StudySessionsService,
    private readonly groups: GroupsService,
    private readonly news: InvitationNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, ...filter }: Input<'listTeacherInvitations'>['query']): Promise<Answer<'listTeacherInvitations'>> {
    const [rows, total] = await this.invitations.page(scope, filter, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  /** However often it is sent: one invitation. @throws AppError NOT_FOUND, TEACHER_CLOSED, INPUT_INVALID, CLIENT_ID_REUSED */
  async create(scope: PersonScope, body: NewInvitation): Promise<InvitationView> {
    const known = await this.known(scope, body);
    if (known) return known;
    try {
      return await this.acts.perform(scope, () => this.invite(scope, body));
    } catch (error) {
      const faster = this.invitations.isTaken(error) ? await this.known(scope, body) : null;
      if (!faster) throw error;
      return faster;
    }
  }

  /** The same answer again changes nothing. @throws AppError NOT_FOUND, TEACHER_INVITATION_STATE */
  async answer(scope: PersonScope, id: string, { accept, note }: Input<'answerTeacherInvitation'>['body']): Promise<InvitationView> {
    const seen = await this.find(scope, id);
    if (seen.state === (accept ? 'accepted' : 'declined')) return this.asItIs(scope, seen);
    return this.acts.perform(scope, async () => {
      const state = requireMove(seen, accept ? 'accept' : 'decline');
      const answered = await this.moved(scope, seen, { state, answeredAt: this.clock.now(), answeredBy: scope.memberId, answerNote: note || null });
      // Whoever invited and writes the answer down knows it already.
      if (scope.memberId !== seen.invitedBy) await this.news.answered(scope, answered, (await this.teachers.find(scope, seen.teacherId)).name);
      return this.views.one(scope, answered);
    });
  }

  /** Withdrawn twice is withdrawn once. @throws AppError NOT_FOUND for an invitation of somebody else's group */
  async withdraw(scope: PersonScope, id: string): Promise<InvitationView> {
    const seen = await this.find(scope, id);
    if (!invites(scope, seen.groupId)) throw new AppError('NOT_FOUND');
    if (seen.state === 'withdrawn') return this.asItIs(scope, seen);
    return this.acts.perform(scope, async () => {
      const withdrawn = await this.moved(scope, seen, { state: requireMove(seen, 'withdraw'), withdrawnAt: this.clock.now() });
      await this.news.withdrawn(scope, withdrawn);
      return this.views.one(scope, withdrawn);
    });
  }

  private async known(scope: PersonScope, body: NewInvitation): Promise<InvitationView | null> {
    const same = await this.invitations.byClientId(scope, body.clientId);
    if (!same) return null;
    if (same.teacherId !== body.teacherId || same.topic !== body.topic || same.sessionId !== body.sessionId) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return this.asItIs(scope, same);
  }

  private async invite(scope: PersonScope, body: NewInvitation): Promise<InvitationView> {
    const { clientId, teacherId, topic, sessionId } = body;
    const { groupId, date } = await this.occasion(scope, body);
    const teacher = await this.teachers.findOpen(scope, teacherId);
    const invitation: TeacherInvitation = {
      ...{ townId: scope.townId, id: randomUUID(), clientId, teacherId, memberId: teacher.memberId, groupId, sessionId, date, topic, state: 'invited' },
      ...{ invitedBy: scope.memberId, createdAt: this.clock.now(), answeredAt: null, answeredBy: null, answerNote: null, withdrawnAt: null },
    };
    await this.invitations.insert(scope, invitation);
    await this.news.invited(scope, invitation);
    return this.views.one(scope, invitation);
  }

  /** A session says for whom and when; without one the caller does. */
  private async occasion(scope: PersonScope, { sessionId, groupId, date }: NewInvitation): Promise<{ groupId: string | null; date: string }> {
    if (sessionId) {
      const session = await this.sessions.findLed(scope, sessionId);
      return { groupId: session.groupId, date: session.date };
    }
    if (!date || date < businessDate(this.clock.now())) throw new AppError('INPUT_INVALID', { field: 'date', detail: { reason: '选一个今天或以后的日子' } });
    if (!invites(scope, groupId)) throw new AppError('NOT_FOUND');
    if (groupId) await this.groups.find(scope, groupId);
    return { groupId, date };
  }

  private async find(scope: PersonScope, id: string): Promise<TeacherInvitation> {
    const invitation = await this.invitations.one(scope, id);
    if (!invitation) throw new AppError('NOT_FOUND');
    return invitation;
  }

  private async moved(scope: PersonScope, seen: TeacherInvitation, changes: Partial<TeacherInvitation>): Promise<TeacherInvitation> {
    if (!(await this.invitations.update(scope, seen, changes))) throw new AppError('TEACHER_INVITATION_CHANGED');
    return { ...seen, ...changes };
  }

  private asItIs(scope: PersonScope, invitation: TeacherInvitation): Promise<InvitationView> {
    this.acts.changedNothing();
    return this.views.one(scope, invitation);
  }
}

/** Whether the caller invites in that group's name, or in the town's. */
function invites(scope: PersonScope, groupId: string | null): boolean {
  return groupId === null ? scope.reach === 'town' : reaches(scope, groupId);
}

function requireMove({ state }: TeacherInvitation, event: InvitationEvent): TeacherInvitation['state'] {
  const next = moveInvitation(state, event);
  if (!next) throw new AppError('TEACHER_INVITATION_STATE', { detail: { state: invitationStateNames[state] } });
  return next;
}
