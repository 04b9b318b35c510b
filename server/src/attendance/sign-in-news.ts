import { Injectable } from '@nestjs/common';
import { timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import type { SignIn } from './sign-in.entity.ts';

/** What people are told about sign-ins that need a word. Every method is called inside a unit of work. */
@Injectable()
export class SignInNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  /** To the leaders of the group, but never about themselves; else to the admins. */
  async waiting(scope: TownScope, { id, memberId, capturedAt }: SignIn, { title, groupId }: StudySession): Promise<void> {
    const leaders = (await this.roles.leaders(scope)).filter((grant) => groupId !== null && grant.groupId === groupId && grant.memberId !== memberId);
    const told = leaders.length > 0 ? leaders.map((grant) => grant.memberId) : await this.roles.holders(scope, 'admin');
    const name = (await this.members.people(scope, [memberId])).get(memberId)?.name ?? '';
    const text = `${name}说${timeOf(capturedAt)}签过“${title}”，现在才收到，请核对一下。`;
    await this.notices.tell(scope, told.filter((one) => one !== memberId), { kind: 'sign-in', title: '有一条签到等核对', text, link: '/sign-ins/waiting', dedupeKey: `sign-in-waiting:${id}` });
  }

  async decided(scope: TownScope, { id, memberId, state, reason }: SignIn, { title, id: sessionId }: StudySession): Promise<void> {
    const text = state === 'accepted' ? `“${title}”的签到核对过了，算数。` : `“${title}”的签到没有记上：${reason}。有不同意见请找组长。`;
    await this.notices.tell(scope, [memberId], { kind: 'sign-in', title: state === 'accepted' ? '签到记上了' : '签到没有记上', text, link: `/study-sessions/${sessionId}`, dedupeKey: `sign-in-decided:${id}` });
  }
}
