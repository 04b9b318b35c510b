import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import type { CheckInFact } from '@weidangxiao/shared/rules/self-study.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import type { GroupScope, OwnScope, TownScope } from '../platform/access/scope.ts';
import type { CheckIn } from './check-in.entity.ts';
import { CheckInViews } from './check-in-views.ts';
import { CheckInsRepository } from './check-ins.repository.ts';
import { requireMonday } from '../platform/errors/require-monday.ts';

/** Reading check-ins, for people and for other nouns. How they come in is in `check-in-intake.service.ts`. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly checkIns: CheckInsRepository,
    private readonly views: CheckInViews,
    private readonly members: MembersService,
  ) {}

  async mine(scope: OwnScope, { page, pageSize, monday }: Input<'listMyCheckIns'>['query']): Promise<Answer<'listMyCheckIns'>> {
    const [rows, total] = await this.checkIns.page(scope, monday, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  /** The group's people, each with this Monday's check-in; and the late ones of any week that wait. */
  async ofGroup(scope: GroupScope, { groupId, monday }: Input<'listGroupCheckIns'>['query']): Promise<Answer<'listGroupCheckIns'>> {
    requireMonday(monday);
    const members = await this.members.activeOfGroup(scope, groupId);
    const ids = members.map(({ id }) => id);
    const rows = await this.checkIns.onMonday(scope, ids, monday);
    const waiting = await this.checkIns.waiting(scope, ids);
    const views = new Map((await this.views.all(scope, [...rows, ...waiting])).map((view) => [view.id, view]));
    const people = members.map(({ id, name, paper }) => ({ member: { memberId: id, name }, paper, checkIn: views.get(shown(rows, id)?.id ?? '') ?? null }));
    const names = new Map(people.map(({ member }) => [member.memberId, member]));
    const late = waiting.flatMap((row) => {
      const [view, member] = [views.get(row.id), names.get(row.memberId)];
      return view && member ? [{ ...view, member }] : [];
    });
    return { monday, people, late };
  }

  /** How many check-ins count for a Monday in the whole town. */
  async countsFor(scope: TownScope, monday: string): Promise<{ phone: number; paper: number }> {
    const counts = await this.checkIns.countCounting(scope, monday);
    return { phone: (counts.get('text') ?? 0) + (counts.get('voice') ?? 0), paper: counts.get('paper') ?? 0 };
  }

  /** For coverage: who said or wrote something for one of these Mondays. */
  membersOn(scope: TownScope, mondays: readonly string[]): Promise<string[]> {
    return this.checkIns.membersOn(scope, mondays);
  }

  /** What a receipt says of one member's Mondays: what counts or waits for the leader, never a takeaway's words. */
  async factsOf(scope: TownScope, memberId: string, mondays: readonly string[]): Promise<CheckInFact[]> {
    if (mondays.length === 0) return [];
    const rows = await this.checkIns.holding(scope, [memberId], mondays);
    const people = await this.members.people(scope, rows.map(({ enteredBy }) => enteredBy));
    return rows.map(({ monday, state, kind, capturedAt, enteredBy }) => ({
      ...{ monday, kind, state: state === 'counts' ? 'counts' : 'late', on: businessDate(capturedAt) },
      enteredBy: kind === 'paper' ? (people.get(enteredBy)?.name ?? null) : null,
    }));
  }
}

/** What holds the Monday, else the latest that was refused. */
function shown(rows: readonly CheckIn[], memberId: string): CheckIn | undefined {
  const own = rows.filter((row) => row.memberId === memberId);
  return own.find(({ heldMonday }) => heldMonday !== null) ?? own.at(-1);
}
