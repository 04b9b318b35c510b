import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { reasonInChinese } from '@weidangxiao/shared/rules/doorbell-reasons.ts';
import { unrungWhys } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { DoorbellsService, type StandingDoorbell } from '../doorbells/doorbells.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { requireMonday } from '../platform/errors/require-monday.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';

type Unrung = Answer<'listUnrung'>['items'][number];
interface Placed extends Omit<Unrung, 'reason'> {
  readonly groupId: string | null;
  readonly code: string | null;
}

/** Named in one statement. */
const mostNamed = 500;

/** Whom a Monday's message did not reach, in the order in which somebody goes to see them. */
@Injectable()
export class UnrungService {
  constructor(
    private readonly pushes: ThemePushesRepository,
    private readonly doorbells: DoorbellsService,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
  ) {}

  /** By group as people count them, then by surname; databases know no surnames. @throws AppError NOT_FOUND before the push */
  async list(scope: WholeTownScope, monday: string, { page, pageSize, groupId, why }: Input<'listUnrung'>['query']): Promise<Answer<'listUnrung'>> {
    requireMonday(monday);
    const push = await this.pushes.onMonday(scope, monday);
    if (!push) throw new AppError('NOT_FOUND');
    const everybody = await this.placed(scope, await this.doorbells.inStates(scope, push.id, unrungWhys));
    const shown = everybody.filter((one) => (groupId === undefined || (one.groupId ?? 'none') === groupId) && (why === undefined || one.why === why));
    const items = shown.slice((page - 1) * pageSize, page * pageSize).map(({ member, groupName, why: state, code }) => ({ member, groupName, why: state, reason: reasonInChinese(state, code) ?? '' }));
    return { groups: countsOf(everybody), items, page, pageSize, total: shown.length };
  }

  private async placed(scope: WholeTownScope, bells: readonly StandingDoorbell[]): Promise<Placed[]> {
    const [names, placeOf] = await Promise.all([this.groups.names(scope), this.groups.places(scope)]);
    const found: Placed[] = [];
    for (let at = 0; at < bells.length; at += mostNamed) {
      const some = bells.slice(at, at + mostNamed);
      const people = await this.members.briefs(scope, some.map(({ memberId }) => memberId));
      for (const { memberId, state, reason } of some) {
        const brief = people.get(memberId);
        const groupId = brief?.groupId ?? null;
        if (brief) found.push({ member: { memberId, name: brief.name }, groupId, groupName: names.get(groupId ?? '') ?? null, why: state as Placed['why'], code: reason });
      }
    }
    return found.sort((a, b) => placeOf(a.groupId) - placeOf(b.groupId) || byName(a.member.name, b.member.name) || a.member.memberId.localeCompare(b.member.memberId));
  }
}

/** In the order of the list. */
function countsOf(people: readonly Placed[]): Answer<'listUnrung'>['groups'] {
  const counts = new Map<string | null, { id: string | null; name: string | null; people: number }>();
  for (const { groupId, groupName } of people) counts.set(groupId, { id: groupId, name: groupName, people: (counts.get(groupId)?.people ?? 0) + 1 });
  return [...counts.values()];
}
