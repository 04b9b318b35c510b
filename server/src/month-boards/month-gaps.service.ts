import { Injectable } from '@nestjs/common';
import type { MonthGap } from '@weidangxiao/shared/rules/month-gaps.ts';
import { addDays, type BusinessDate, businessDate, datesOfMonth, mondaysOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { AttendanceFactsService } from '../attendance/attendance-facts.service.ts';
import { WaitingSignInsService } from '../attendance/waiting-sign-ins.service.ts';
import { CheckInsMonthService } from '../check-ins/check-ins-month.service.ts';
import { LeavesService } from '../leaves/leaves.service.ts';
import { MakeUpsService } from '../make-ups/make-ups.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ReflectionsService } from '../reflections/reflections.service.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { DeliveriesService } from '../theme-pushes/deliveries.service.ts';

type Scope = GroupScope | WholeTownScope;
/** How many, by group; null is nobody's group, or the town's. */
type ByGroup = ReadonlyMap<string | null, number>;
export type GapsOfGroups = ReadonlyMap<MonthGap, ByGroup>;

/** What the records of a month still lack, counted by the nouns that hold them. */
@Injectable()
export class MonthGapsService {
  constructor(
    private readonly sessions: StudySessionsService,
    private readonly attendance: AttendanceFactsService,
    private readonly signIns: WaitingSignInsService,
    private readonly leaves: LeavesService,
    private readonly makeUps: MakeUpsService,
    private readonly checkIns: CheckInsMonthService,
    private readonly deliveries: DeliveriesService,
    private readonly reflections: ReflectionsService,
    private readonly members: MembersService,
    private readonly clock: Clock,
  ) {}

  /** @param groupIds those whose sessions are looked at; of everything else the scope decides */
  async ofGroups(scope: Scope, month: string, groupIds: readonly string[]): Promise<GapsOfGroups> {
    const { from, to } = datesOfMonth(month);
    const yesterday = addDays(businessDate(this.clock.now()), -1);
    const over = yesterday < to ? yesterday : to;
    return new Map<MonthGap, ByGroup>([
      ['openSessions', over < from ? new Map() : await this.openSessions(scope, groupIds, from, over)],
      ['unmarked', over < from ? new Map() : await this.unmarked(scope, from, over)],
      ['signIns', counted(await this.signIns.groupsOf(scope, from, to))],
      ['leaves', counted(await this.leaves.waitingIn(scope, from, to))],
      ['makeUps', counted(await this.makeUps.waitingIn(scope, from, to))],
      ['lateCheckIns', await this.lateCheckIns(scope, month)],
      ['paper', await this.deliveries.notHandedOver(scope, mondaysOfMonth(month))],
      ['reflections', await this.reflections.inReview(scope, month)],
    ]);
  }

  /** Of days that are over: today's may still go on. */
  private async openSessions(scope: Scope, groupIds: readonly string[], from: BusinessDate, to: BusinessDate): Promise<ByGroup> {
    const all = await this.sessions.datesByGroup(scope, groupIds, from, to);
    return counted(all.filter(({ state }) => state === 'planned' || state === 'open').map(({ groupId }) => groupId));
  }

  private async unmarked(scope: Scope, from: BusinessDate, to: BusinessDate): Promise<ByGroup> {
    const found = new Map<string | null, number>();
    for (const { groupId, status, count } of await this.attendance.tallies(scope, from, to)) if (status === null) found.set(groupId, (found.get(groupId) ?? 0) + count);
    return found;
  }

  /** By the group of today: its leader decides. */
  private async lateCheckIns(scope: Scope, month: string): Promise<ByGroup> {
    const late = await this.checkIns.late(scope, mondaysOfMonth(month));
    const groups = await this.members.groupsOn(scope, [...new Set(late)], businessDate(this.clock.now()));
    return counted(late.map((memberId) => groups.get(memberId) ?? null));
  }
}

function counted(groupIds: readonly (string | null)[]): ByGroup {
  const found = new Map<string | null, number>();
  for (const groupId of groupIds) found.set(groupId, (found.get(groupId) ?? 0) + 1);
  return found;
}
