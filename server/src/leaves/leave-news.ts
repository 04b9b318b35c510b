import { Injectable } from '@nestjs/common';
import { momentInChinese } from '@weidangxiao/shared/rules/span-words.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import type { Leave } from './leave.entity.ts';

/** Who is told about a leave; never its reason, which stays sealed. Every method is called inside a unit of work. */
@Injectable()
export class LeaveNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  async asked(scope: TownScope, { id, memberId, groupId, capturedAt, late }: Leave, { title }: StudySession): Promise<void> {
    const name = (await this.members.people(scope, [memberId])).get(memberId)?.name ?? '';
    const text = late ? `${name}${momentInChinese(capturedAt)}为“${title}”请的假，现在才收到，请定一下。` : `${name}想请“${title}”的假，请定一下。`;
    await this.notices.tell(scope, await this.roles.deciders(scope, groupId, memberId), { kind: 'leave', title: '有人请假', text, link: '/leaves', dedupeKey: `leave-asked:${id}` });
  }

  async decided(scope: TownScope, { id, memberId, state, exempts, decisionReason }: Leave, { title, id: sessionId }: StudySession): Promise<void> {
    const approved = exempts ? `“${title}”的假准了，这场不计。` : `“${title}”的假准了，按请假记；补学核实了，一样算到场。`;
    const text = state === 'approved' ? approved : `“${title}”的假没有准：${decisionReason}。有不同意见请找组长。`;
    await this.notices.tell(scope, [memberId], { kind: 'leave', title: state === 'approved' ? '请假准了' : '请假没有准', text, link: `/study-sessions/${sessionId}`, dedupeKey: `leave-decided:${id}` });
  }

  async withdrawn(scope: TownScope, { id, memberId, groupId }: Leave, { title }: StudySession): Promise<void> {
    const name = (await this.members.people(scope, [memberId])).get(memberId)?.name ?? '';
    const told = (await this.roles.deciders(scope, groupId, memberId)).filter((one) => one !== scope.memberId);
    await this.notices.tell(scope, told, { kind: 'leave', title: '请假撤回了', text: `${name}撤回了“${title}”的假，会来参加。`, link: '/leaves', dedupeKey: `leave-withdrawn:${id}` });
  }
}
