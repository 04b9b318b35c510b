import { Injectable } from '@nestjs/common';
import { holdsOn, type Span } from '@weidangxiao/shared/rules/span.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Member } from './member.entity.ts';
import { MonthRollsRepository } from './month-rolls.repository.ts';

export interface OnTheRoll {
  readonly memberId: string;
  /** The group of the day asked for; null for somebody without one. */
  readonly groupId: string | null;
  /** When they belonged to any group, up to that day. */
  readonly belonged: readonly Span[];
}

interface Membership extends Span {
  readonly groupId: string;
}

/** Who is on a town's sheet of a month: whoever belonged to a group on its last day, wherever they are now; and whoever never had one. */
@Injectable()
export class MonthRollsService {
  constructor(private readonly rolls: MonthRollsRepository) {}

  /** `through` is the last member looked at, on the sheet or not; null when there was nobody left. */
  async after(scope: TownScope, day: string, after: string | null, take: number): Promise<{ through: string | null; people: OnTheRoll[] }> {
    const members = await this.rolls.after(scope, after ?? '', take);
    return { through: members.at(-1)?.id ?? null, people: await this.among(scope, day, members) };
  }

  /** Those of these members who are on the sheet. */
  async some(scope: TownScope, day: string, memberIds: readonly string[]): Promise<OnTheRoll[]> {
    return this.among(scope, day, await this.rolls.some(scope, memberIds));
  }

  private async among(scope: TownScope, day: string, members: readonly Pick<Member, 'id' | 'state' | 'groupId'>[]): Promise<OnTheRoll[]> {
    if (members.length === 0) return [];
    const memberships = new Map<string, Membership[]>();
    for (const { memberId, groupId, fromDate: from, toDate: to } of await this.rolls.begunBy(scope, members.map(({ id }) => id), day)) {
      const known = memberships.get(memberId);
      if (known) known.push({ groupId, from, to });
      else memberships.set(memberId, [{ groupId, from, to }]);
    }
    return members.flatMap((member) => onTheRoll(member, memberships.get(member.id) ?? [], day));
  }
}

function onTheRoll({ id: memberId, state, groupId }: Pick<Member, 'id' | 'state' | 'groupId'>, belonged: readonly Membership[], day: string): OnTheRoll[] {
  const current = belonged.find((span) => holdsOn(span, day));
  if (current) return [{ memberId, groupId: current.groupId, belonged }];
  return state === 'active' && groupId === null && belonged.length === 0 ? [{ memberId, groupId: null, belonged }] : [];
}
