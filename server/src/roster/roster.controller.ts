import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { RosterService } from './roster.service.ts';

@Controller()
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Serves('listMembers')
  list(@By() scope: PersonScope, @In() { query }: Input<'listMembers'>): Promise<Answer<'listMembers'>> {
    return this.roster.list(scope, query);
  }

  @Serves('createMember')
  add(@By() scope: PersonScope, @In() { body }: Input<'createMember'>): Promise<Answer<'createMember'>> {
    return this.roster.add(scope, body);
  }

  @Serves('getMember')
  one(@By() scope: PersonScope, @In() { params }: Input<'getMember'>): Promise<Answer<'getMember'>> {
    return this.roster.one(scope, params.id);
  }

  @Serves('updateMember')
  change(@By() scope: PersonScope, @In() { params, body }: Input<'updateMember'>): Promise<Answer<'updateMember'>> {
    return this.roster.change(scope, params.id, body);
  }

  @Serves('changePhone')
  changePhone(@By() scope: PersonScope, @In() { params, body }: Input<'changePhone'>): Promise<Answer<'changePhone'>> {
    return this.roster.changePhone(scope, params.id, body);
  }

  @Serves('revealPhone')
  revealPhone(@By() scope: PersonScope, @In() { params }: Input<'revealPhone'>): Promise<Answer<'revealPhone'>> {
    return this.roster.revealPhone(scope, params.id);
  }

  @Serves('revealRemark')
  revealRemark(@By() scope: PersonScope, @In() { params }: Input<'revealRemark'>): Promise<Answer<'revealRemark'>> {
    return this.roster.revealRemark(scope, params.id);
  }

  @Serves('moveMember')
  move(@By() scope: PersonScope, @In() { params, body }: Input<'moveMember'>): Promise<Answer<'moveMember'>> {
    return this.roster.move(scope, params.id, body);
  }

  @Serves('closeMember')
  close(@By() scope: PersonScope, @In() { params, body }: Input<'closeMember'>): Promise<Answer<'closeMember'>> {
    return this.roster.close(scope, params.id, body);
  }

  @Serves('reopenMember')
  reopen(@By() scope: PersonScope, @In() { params }: Input<'reopenMember'>): Promise<Answer<'reopenMember'>> {
    return this.roster.reopen(scope, params.id);
  }

  @Serves('grantRole')
  grantRole(@By() scope: PersonScope, @In() { params, body }: Input<'grantRole'>): Promise<Answer<'grantRole'>> {
    return this.roster.grantRole(scope, params.id, body);
  }

  @Serves('endRole')
  endRole(@By() scope: PersonScope, @In() { params }: Input<'endRole'>): Promise<void> {
    return this.roster.endRole(scope, params.id, params.roleId);
  }
}
