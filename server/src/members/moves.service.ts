import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Member, MemberState } from './member.entity.ts';
import type { Membership } from './membership.entity.ts';
import { MembersRepository } from './members.repository.ts';
import { TracesRepository } from './traces.repository.ts';

export interface Leaving {
  readonly kind: Exclude<MemberState, 'active'>;
  /** Last day in the town. */
  readonly on: string;
  readonly reason: string;
}

/** Where a member belongs and since when. Every method is called inside a unit of work. */
@Injectable()
export class MovesService {
  constructor(
    private readonly members: MembersRepository,
    private readonly traces: TracesRepository,
    private readonly clock: Clock,
  ) {}

  memberships(scope: TownScope, memberId: string): Promise<Membership[]> {
    return this.members.memberships(scope, memberId);
  }

  change(scope: TownScope, id: string, changes: Partial<Member>): Promise<void> {
    return this.members.update(scope, id, { ...changes, updatedAt: this.clock.real() });
  }

  /** From that day in the other group. @throws AppError MOVE_DATE_INVALID before the present membership or in the future */
  async move(scope: TownScope, member: Member, groupId: string, on: string): Promise<void> {
    const current = (await this.memberships(scope, member.id)).find(({ toDate }) => toDate === null);
    this.requireDate(on, current?.fromDate ?? null);
    if (current?.fromDate === on) await this.members.deleteMembership(scope, current.id);
    else await this.members.endMembership(scope, member.id, addDays(on, -1));
    await this.members.startMemberships(scope, [{ id: randomUUID(), memberId: member.id, groupId, fromDate: on }]);
    await this.change(scope, member.id, { groupId });
  }

  /** Undoes a move of that day, so that both groups' times are as before it; `groupId` is the group before, null for none. */
  async takeBack(scope: TownScope, member: Member, groupId: string | null, on: string): Promise<void> {
    const times = await this.memberships(scope, member.id);
    const current = times.find(({ toDate }) => toDate === null);
    if (current) await this.members.deleteMembership(scope, current.id);
    const before = times.find((time) => time.groupId === groupId && time.toDate === addDays(on, -1));
    if (before) await this.members.reopenMembership(scope, before.id);
    else if (groupId) await this.members.startMemberships(scope, [{ id: randomUUID(), memberId: member.id, groupId, fromDate: on }]);
    await this.change(scope, member.id, { groupId });
  }

  async leave(scope: TownScope, member: Member, { kind, on, reason }: Leaving): Promise<void> {
    if (member.state !== 'active') throw new AppError('MEMBER_CLOSED');
    this.requireDate(on, null);
    await this.members.endMembership(scope, member.id, on);
    await this.change(scope, member.id, { state: kind, stateOn: on, stateReason: reason });
  }

  /** Back from today in the group that the member left, if that one is still open. */
  async comeBack(scope: TownScope, member: Member, groupId: string | null): Promise<void> {
    const fromDate = businessDate(this.clock.now());
    if (groupId) await this.members.startMemberships(scope, [{ id: randomUUID(), memberId: member.id, groupId, fromDate }]);
    await this.change(scope, member.id, { state: 'active', stateOn: null, stateReason: null, groupId });
  }

  /**
   * Which of these people stand in other tables than the roster's own: table -> their ids. Whoever did something, or
   * had something entered by a leader, has a row somewhere.
   */
  tracesOf(scope: TownScope, ids: readonly string[]): Promise<Map<string, Set<string>>> {
    return this.traces.of(scope, ids);
  }

  /** For an import that is withdrawn: people who were added by it and have done nothing yet. */
  forget(scope: TownScope, ids: readonly string[]): Promise<void> {
    return this.members.delete(scope, ids);
  }

  private requireDate(on: string, from: string | null): void {
    const today = businessDate(this.clock.now());
    if (on > today) throw new AppError('INPUT_INVALID', { field: 'on', detail: { reason: '日期不能在今天以后' } });
    if (from && on < from) throw new AppError('MOVE_DATE_INVALID', { field: 'on', detail: { from } });
  }
}
