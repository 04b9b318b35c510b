import { Injectable } from '@nestjs/common';
import { makeUpWayNames } from '@weidangxiao/shared/rules/make-up.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import type { MakeUp } from './make-up.entity.ts';

/** Who is told about a make-up. Every method is called inside a unit of work. */
@Injectable()
export class MakeUpNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  async reported(scope: TownScope, { id, memberId, groupId, way, madeUpOn }: MakeUp, { title }: StudySession): Promise<void> {
    const name = (await this.members.people(scope, [memberId])).get(memberId)?.name ?? '';
    const text = `${name}说${dateInChinese(madeUpOn)}${makeUpWayNames[way]}，补“${title}”。请核实一下。`;
    await this.notices.tell(scope, await this.roles.deciders(scope, groupId, memberId), { kind: 'make-up', title: '有一条补学等核实', text, link: '/make-ups', dedupeKey: `make-up-reported:${id}` });
  }

  async decided(scope: TownScope, { id, memberId, state, decisionReason }: MakeUp, { title, id: sessionId }: StudySession): Promise<void> {
    const text = state === 'verified' ? `“${title}”的补学核实了，算到场。` : `“${title}”的补学没有算：${decisionReason}。期限内可以再补一次。`;
    await this.notices.tell(scope, [memberId], { kind: 'make-up', title: state === 'verified' ? '补学记上了' : '补学没有记上', text, link: `/study-sessions/${sessionId}`, dedupeKey: `make-up-decided:${id}` });
  }
}
