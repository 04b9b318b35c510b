import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import type { TeacherInvitation } from './teacher-invitation.entity.ts';
import { TeachersService } from './teachers.service.ts';

export type InvitationView = Answer<'createTeacherInvitation'>;

/** Invitations with the names of those in them. */
@Injectable()
export class InvitationViews {
  constructor(
    private readonly teachers: TeachersService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
  ) {}

  async one(scope: PersonScope, invitation: TeacherInvitation): Promise<InvitationView> {
    const [view] = await this.all(scope, [invitation]);
    if (!view) throw new Error('an invitation was lost on its way out');
    return view;
  }

  async all(scope: PersonScope, invitations: readonly TeacherInvitation[]): Promise<InvitationView[]> {
    const teachers = await this.teachers.names(scope, invitations.map(({ teacherId }) => teacherId));
    const people = await this.members.people(scope, invitations.flatMap(({ invitedBy, answeredBy }) => [invitedBy, answeredBy]));
    const groups = await this.groups.names(scope);
    const person = (id: string) => people.get(id) ?? { memberId: id, name: '' };
    return invitations.map(({ id, teacherId, state, topic, date, sessionId, groupId, invitedBy, createdAt, answeredAt, answeredBy, answerNote, withdrawnAt, memberId }) => ({
      ...{ id, state, topic, date, sessionId, createdAt, withdrawnAt, invitedBy: person(invitedBy), forMe: memberId === scope.memberId },
      teacher: { id: teacherId, name: teachers.get(teacherId) ?? '' },
      group: groupId ? { id: groupId, name: groups.get(groupId) ?? '' } : null,
      answer: answeredAt !== null && answeredBy ? { at: answeredAt, by: person(answeredBy), note: answerNote } : null,
    }));
  }
}
