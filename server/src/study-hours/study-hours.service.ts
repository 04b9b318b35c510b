import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { type HoursDuty, hoursDuty, hoursOwed, hoursText } from '@weidangxiao/shared/rules/study-hours.ts';
import type { Span } from '@weidangxiao/shared/rules/span.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { AttendanceFactsService } from '../attendance/attendance-facts.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import type { GroupScope, OwnScope, TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ScoreEntriesService } from '../score-entries/score-entries.service.ts';
import { TownsService } from '../towns/towns.service.ts';

type Standing = Pick<Answer<'getMyHours'>, 'hours' | 'required' | 'due' | 'missing' | 'duty' | 'months'>;

interface Year {
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly today: string;
}

const mostNamed = 1000;

/** The ledger of study hours: the attendance rows of the year, and what a town that joined midway brought along; never mixed with points. */
@Injectable()
export class StudyHoursService {
  constructor(
    private readonly facts: AttendanceFactsService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly groups: GroupsService,
    private readonly entries: ScoreEntriesService,
    private readonly towns: TownsService,
    private readonly clock: Clock,
  ) {}

  /** The member's own statement: what was closed out and gave hours, oldest first. */
  async mine(scope: OwnScope, text: string, { page, pageSize }: Input<'getMyHours'>['query']): Promise<Answer<'getMyHours'>> {
    return this.statement(scope, await this.members.self(scope), this.daysOfYear(text), { page, pageSize });
  }

  /** The same for somebody whom the caller leads or administers, also after they have left. @throws AppError NOT_FOUND */
  async ofMember(scope: GroupScope | WholeTownScope, { id, year }: Input<'getMemberHours'>['params'], query: Input<'getMemberHours'>['query']): Promise<Answer<'getMemberHours'>> {
    return this.statement(scope, await this.members.find(scope, id), this.daysOfYear(year), query);
  }

  private async statement(scope: OwnScope | GroupScope | WholeTownScope, member: Member, year: Year, { page, pageSize }: Input<'getMyHours'>['query']): Promise<Answer<'getMyHours'>> {
    const earned = (await this.facts.recordsOf(scope, member.id, year.from, year.to)).filter(({ row, closed }) => closed && row.hours > 0);
    const brought = (await this.entries.openingHours(scope, String(year.year), [member.id])).get(member.id);
    const total = earned.reduce((sum, { row }) => sum + row.hours, brought?.hours ?? 0);
    const { roles } = await this.roles.heldBy(scope, member.id);
    const belonged = await this.members.belonging(scope, year.from, year.to, [member.id]);
    const lines = earned.map(({ row: { status, hours }, session, number, evidence }) => ({ session, number, status, hours: hoursText(hours), evidence }));
    const names = await this.groups.names(scope);
    return {
      ...{ year: year.year, asOf: this.clock.now(), member: { memberId: member.id, name: member.name }, group: groupOf(member, names), townName: (await this.towns.own(scope)).name },
      ...standing(year, total, hoursDuty(roles, member.duty), belonged.get(member.id) ?? []),
      opening: openingOf(brought),
      ...{ items: lines.slice((page - 1) * pageSize, page * pageSize), page, pageSize, total: lines.length },
    };
  }

  /** By group and surname: a list to help by, no order of merit. @throws AppError NOT_FOUND for a group out of reach */
  async list(scope: GroupScope | WholeTownScope, text: string, { page, pageSize, groupId, behind }: Input<'listStudyHours'>['query']): Promise<Answer<'listStudyHours'>> {
    const year = this.daysOfYear(text);
    const everybody = await this.standings(scope, year, await this.members.reached(scope, groupId));
    const late = everybody.filter(isBehind);
    const shown = behind ? late : everybody;
    return { year: year.year, behindCount: late.length, items: shown.slice((page - 1) * pageSize, page * pageSize), page, pageSize, total: shown.length };
  }

  /** For paper: these people's standing in the year, by group and surname. Whether the caller may see it is settled before. */
  ofMembers(scope: TownScope, year: string, members: readonly Member[]): Promise<Answer<'listStudyHours'>['items']> {
    return this.standings(scope, this.daysOfYear(year), members);
  }

  /** What these people earned in a year and owe for it, in hundredths. `belonged` may hold months before the town was here. */
  async yearOf(scope: TownScope, text: string, people: readonly { memberId: string; belonged: readonly Span[] }[]): Promise<Map<string, { earned: number; required: number }>> {
    const { year, today } = this.daysOfYear(text);
    const ids = people.map(({ memberId }) => memberId);
    const earned = await this.facts.hoursOfYear(scope, year, ids);
    const duties = await this.members.duties(scope, ids);
    const roles = await this.officeRoles(scope);
    return new Map(people.map(({ memberId, belonged }) => [memberId, { earned: earned.get(memberId) ?? 0, required: hoursOwed(hoursDuty(roles.get(memberId) ?? [], duties.get(memberId) ?? null), year, belonged, today).required }]));
  }

  private async standings(scope: TownScope, year: Year, members: readonly Member[]): Promise<Answer<'listStudyHours'>['items']> {
    // The whole town is one range of an index; a part of it is asked by name.
    const ids = members.length > mostNamed ? null : members.map(({ id }) => id);
    const hours = await this.facts.hoursOfYear(scope, year.year, ids);
    const brought = await this.entries.openingHours(scope, String(year.year), ids ?? undefined);
    const belonged = await this.members.belonging(scope, year.from, year.to, ids ?? undefined);
    const roles = await this.officeRoles(scope);
    const names = await this.groups.names(scope);
    const placeOf = await this.groups.places(scope);
    const sorted = [...members].sort((a, b) => placeOf(a.groupId) - placeOf(b.groupId) || byName(a.name, b.name) || a.id.localeCompare(b.id));
    return sorted.map((member) => ({
      ...{ member: { memberId: member.id, name: member.name }, group: groupOf(member, names), paper: member.paper },
      opening: openingOf(brought.get(member.id)),
      ...standing(year, (hours.get(member.id) ?? 0) + (brought.get(member.id)?.hours ?? 0), hoursDuty(roles.get(member.id) ?? [], member.duty), belonged.get(member.id) ?? []),
    }));
  }

  private async officeRoles(scope: TownScope): Promise<Map<string, string[]>> {
    const found = new Map<string, string[]>();
    for (const role of ['committee', 'approver'] as const) for (const id of await this.roles.holders(scope, role)) found.set(id, [...(found.get(id) ?? []), role]);
    return found;
  }

  private daysOfYear(text: string): Year {
    return { year: Number(text), from: `${text}-01-01`, to: `${text}-12-31`, today: businessDate(this.clock.now()) };
  }
}

function standing({ year, today }: Year, earned: number, duty: HoursDuty, belonged: readonly Span[]): Standing {
  const { required, due, months } = hoursOwed(duty, year, belonged, today);
  return { hours: hoursText(earned), required: hoursText(required), due: hoursText(due), missing: hoursText(Math.max(0, required - earned)), duty, months };
}

function openingOf(brought: { hours: number; evidence: string } | undefined): Answer<'getMyHours'>['opening'] {
  return brought ? { hours: hoursText(brought.hours), evidence: brought.evidence } : null;
}

const isBehind = ({ hours, due }: Standing): boolean => Number(hours) < Number(due);

function groupOf({ groupId }: Member, names: ReadonlyMap<string, string>): { id: string; name: string } | null {
  return groupId ? { id: groupId, name: names.get(groupId) ?? '' } : null;
}
