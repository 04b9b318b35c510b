import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { InvitationsService } from './invitations.service.ts';

@Controller()
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Serves('createTeacherInvitation')
  create(@By() scope: PersonScope, @In() { body }: Input<'createTeacherInvitation'>): Promise<Answer<'createTeacherInvitation'>> {
    return this.invitations.create(scope, body);
  }

  @Serves('listTeacherInvitations')
  list(@By() scope: PersonScope, @In() { query }: Input<'listTeacherInvitations'>): Promise<Answer<'listTeacherInvitations'>> {
    return this.invitations.list(scope, query);
  }

  @Serves('answerTeacherInvitation')
  answer(@By() scope: PersonScope, @In() { params, body }: Input<'answerTeacherInvitation'>): Promise<Answer<'answerTeacherInvitation'>> {
    return this.invitations.answer(scope, params.id, body);
  }

  @Serves('withdrawTeacherInvitation')
  withdraw(@By() scope: PersonScope, @In() { params }: Input<'withdrawTeacherInvitation'>): Promise<Answer<'withdrawTeacherInvitation'>> {
    return this.invitations.withdraw(scope, params.id);
  }
}
