import { Injectable } from '@nestjs/common';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { CheckIn } from './check-in.entity.ts';

/** What people are told about late check-ins. Every method is called inside a unit of work. */
@Injectable()
export class CheckInNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  /** To the leaders of the member's group. */
  async late(scope: TownScope, { id, memberId, monday }: CheckIn): Promise<void> {
    const { name, groupId } = await this.members.find(scope, memberId);
    const leaders = (await this.roles.leaders(scope)).filter((grant) => grant.groupId !== null && grant.groupId === groupId);
    const text = `${name}${dateInChinese(monday)}那一周的收获现在才收到，请看一眼，算不算由你定。`;
    await this.notices.tell(scope, leaders.map((grant) => grant.memberId), { kind: 'check-in', title: '有一条晚到的打卡', text, link: `/group-check-ins/${monday}`, dedupeKey: `check-in-late:${id}` });
  }

  async decided(scope: TownScope, { id, memberId, monday, state, decisionReason }: CheckIn): Promise<void> {
    const week = `${dateInChinese(monday)}那一周的打卡`;
    const text = state === 'counts' ? `${week}，组长看过了，算数。` : `${week}没有记上：${decisionReason}。可以再写一句交给组长。`;
    await this.notices.tell(scope, [memberId], { kind: 'check-in', title: state === 'counts' ? '晚到的打卡记上了' : '晚到的打卡没有记上', text, link: `/weeks/${monday}`, dedupeKey: `check-in-decided:${id}` });
  }
}
