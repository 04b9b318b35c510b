import { Injectable } from '@nestjs/common';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { GonePerson, TownPerson, TownPicture } from './judging/judgement.ts';

/** Marks people whom a withdrawn import had brought: they never were of the town, so nobody is asked whether they are back. */
export const withdrawnReason = '撤回导入';

const maxGone = 20_000;

/** What judging needs to know of the town today. */
@Injectable()
export class TownPictureService {
  constructor(
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly clock: Clock,
  ) {}

  async today(scope: TownScope): Promise<TownPicture> {
    const groups = await this.groups.open(scope);
    const people = await this.members.active(scope);
    const leaders = await this.roles.leaders(scope);
    return {
      today: businessDate(this.clock.now()),
      groups: groups.map(({ id, name, nameKey }) => ({ id, name, key: nameKey })),
      people: people.map((member) => this.personOf(member)),
      gone: [...(await this.gone(scope, 'transferred_out')), ...(await this.gone(scope, 'closed'))],
      leaders: leaders.map(({ memberId, groupId }) => ({ memberId, groupId })),
    };
  }

  personOf(member: Member): TownPerson {
    const { id, name, phoneShared, groupId, gender, tags, duty, joinedOn } = member;
    return { id, name, phone: this.members.knownPhoneOf(member), phoneShared, groupId, gender, tags, duty, joinedOn, remark: this.members.remarkOf(member) };
  }

  private async gone(scope: TownScope, state: GonePerson['state']): Promise<GonePerson[]> {
    const [rows] = await this.members.page(scope, { state }, 0, maxGone);
    return rows.filter(({ stateReason }) => stateReason !== withdrawnReason).map((member) => ({ name: member.name, phone: this.members.knownPhoneOf(member), groupId: member.groupId, state }));
  }
}
