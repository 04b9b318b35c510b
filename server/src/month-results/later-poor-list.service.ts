import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { LaterPoorsService } from '../score-adjustments/later-poors.service.ts';
import { talkOf } from './month-sheet.service.ts';

type LaterPoors = Pick<Answer<'getPublicationDraft'>, 'laterPoors' | 'laterPoorsInAll' | 'laterUntalked'>;

const shown = 200;

/** Whose month has become poor since it was published, for the committee: those nobody has talked with first. */
@Injectable()
export class LaterPoorListService {
  constructor(
    private readonly poors: LaterPoorsService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
  ) {}

  async of(scope: TownScope, month: string): Promise<LaterPoors> {
    const all = (await this.poors.of(scope, month)).sort((a, b) => Number(a.talk !== null) - Number(b.talk !== null));
    const listed = all.slice(0, shown);
    const [people, names] = await Promise.all([this.members.people(scope, listed.map(({ memberId }) => memberId)), this.groups.names(scope)]);
    const laterPoors = listed.map(({ memberId, groupId, m, on, talk }) => {
      const group = groupId === null ? null : { id: groupId, name: names.get(groupId) ?? '' };
      return { member: people.get(memberId) ?? { memberId, name: '' }, group, m: twoPlaces(m), on, talk: talkOf(talk) };
    });
    return { laterPoors, laterPoorsInAll: all.length, laterUntalked: all.filter(({ talk }) => talk === null).length };
  }
}
