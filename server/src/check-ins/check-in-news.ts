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

  /** To the leaders of the member's group; where there is none, to the admins, who can appoint one. */
  async late(scope: TownScope, { id, memberId, monday }: CheckIn): Promise<void> {
    const { name, groupId } = await this.members.find(scope, memberId);
    const leaders = (await this.roles.leaders(scope)).filter((grant) => grant.groupId !== null && grant.groupId === groupId);
    const arrived = `${name}${dateInChinese(monday)}那一周的收获现在才收到`;
    const news = { kind: 'check-in', dedupeKey: `check-in-late:${id}` };
    if (leaders.length > 0) {
      const text = `${arrived}，请看一眼，算不算由你定。`;
      await this.notices.tell(scope, leaders.map((grant) => grant.memberId), { ...news, title: '有一条晚到的打卡', text, link: `/group-check-ins/${monday}` });
    } else {
      const text = `${arrived}，要组长看过才能记上。请给这位同志的小组定一位组长。`;
      await this.notices.tell(scope, await this.roles.holders(scope, 'admin'), { ...news, title: '晚到的打卡没有组长看', text, link: `/members/${memberId}` });
    }
  }

  async decided(scope: TownScope, { id, memberId, monday, state, decisionReason }: CheckIn): Promise<void> {
    const week = `${dateInChinese(monday)}那一周的打卡`;
    const text = state === 'counts' ? `${week}，组长看过了，算数。` : `${week}没有记上：${decisionReason}。可以再写一句交给组长。`;
    await this.notices.tell(scope, [memberId], { kind: 'check-in', title: state === 'counts' ? '晚到的打卡记上了' : '晚到的打卡没有记上', text, link: `/weeks/${monday}`, dedupeKey: `check-in-decided:${id}` });
  }
}
