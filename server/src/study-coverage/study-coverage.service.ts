import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { wayToReach } from '@weidangxiao/shared/rules/coverage.ts';
import { exemptShare } from '@weidangxiao/shared/rules/exemption.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { businessDate, datesOfMonth, mondaysOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { AttendanceFactsService } from '../attendance/attendance-facts.service.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import { ExemptionsService } from '../exemptions/exemptions.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import type { GroupScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ReflectionsService } from '../reflections/reflections.service.ts';

type Standing = 'reached' | 'unreached' | 'exempt';
type Coverage = Answer<'getCoverage'>;

interface Placed {
  readonly member: Member;
  readonly standing: Standing;
}

/** Who got no study in a month: no session, no check-in, no note. A list of people to visit, never a ranking. */
@Injectable()
export class StudyCoverageService {
  constructor(
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly attendance: AttendanceFactsService,
    private readonly checkIns: CheckInsService,
    private readonly reflections: ReflectionsService,
    private readonly exemptions: ExemptionsService,
    private readonly clock: Clock,
  ) {}

  /** Those of today's roster who belonged to the town in that month. @throws AppError INPUT_INVALID, NOT_FOUND for a group out of reach */
  async get(scope: GroupScope | WholeTownScope, month: string, { page, pageSize, groupId, exempt }: Input<'getCoverage'>['query']): Promise<Coverage> {
    if (month > monthOf(businessDate(this.clock.now()))) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: '这个月还没到' } });
    const placed = await this.placed(scope, month, await this.members.reached(scope, groupId));
    const names = await this.groups.names(scope);
    const placeOf = await this.groups.places(scope);
    const sorted = placed.sort((a, b) => placeOf(a.member.groupId) - placeOf(b.member.groupId) || byName(a.member.name, b.member.name) || a.member.id.localeCompare(b.member.id));
    const listed = sorted.filter(({ standing }) => standing === (exempt ? 'exempt' : 'unreached'));
    const items = listed.slice((page - 1) * pageSize, page * pageSize).map(({ member }) => viewOf(member, names));
    return { month, groups: countsOf(sorted, names), items, page, pageSize, total: listed.length };
  }

  private async placed(scope: PersonScope, month: string, members: readonly Member[]): Promise<Placed[]> {
    const { from, to } = datesOfMonth(month);
    const belonged = await this.members.belonging(scope, from, to);
    const exempt = await this.exemptions.spans(scope, from, to);
    const studied = await this.studied(scope, month);
    return members.flatMap((member): Placed[] => {
      const spans = belonged.get(member.id);
      if (!spans) return [];
      if (studied.has(member.id)) return [{ member, standing: 'reached' }];
      return [{ member, standing: exemptShare({ from, to }, spans, exempt.get(member.id) ?? []) === 'whole' ? 'exempt' : 'unreached' }];
    });
  }

  private async studied(scope: PersonScope, month: string): Promise<Set<string>> {
    const { from, to } = datesOfMonth(month);
    const attended = await this.attendance.attendedTimes(scope, from, to);
    const checkedIn = await this.checkIns.membersOn(scope, mondaysOfMonth(month));
    return new Set([...attended.keys(), ...checkedIn, ...(await this.reflections.authorsIn(scope, month))]);
  }
}

function viewOf({ id, name, groupId, paper, phoneIndex }: Member, names: ReadonlyMap<string, string>): Coverage['items'][number] {
  return { member: { memberId: id, name }, group: groupNamed(groupId, names), reach: wayToReach({ paper, hasPhone: phoneIndex !== null }) };
}

function countsOf(placed: readonly Placed[], names: ReadonlyMap<string, string>): Coverage['groups'] {
  const groups = new Map<string | null, Placed[]>();
  for (const one of placed) groups.set(one.member.groupId, [...(groups.get(one.member.groupId) ?? []), one]);
  return [...groups].map(([groupId, people]) => {
    const count = (wanted: Standing): number => people.filter(({ standing }) => standing === wanted).length;
    return { group: groupNamed(groupId, names), members: people.length, reached: count('reached'), unreached: count('unreached'), exempt: count('exempt') };
  });
}

function groupNamed(groupId: string | null, names: ReadonlyMap<string, string>): { id: string; name: string } | null {
  return groupId ? { id: groupId, name: names.get(groupId) ?? '' } : null;
}
