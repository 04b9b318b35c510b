import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, MoreThan } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { Member } from './member.entity.ts';
import { Membership } from './membership.entity.ts';

/** The rolls of a town's month, a chunk of members at a time. */
@Injectable()
export class MonthRollsRepository {
  constructor(private readonly database: Database) {}

  /** Whatever their state: somebody may have left since the month. In the order of ids. */
  after({ townId }: TownScope, afterId: string, take: number): Promise<Pick<Member, 'id' | 'state' | 'groupId'>[]> {
    return this.database.rows(Member).find({ select: { id: true, state: true, groupId: true }, where: { townId, id: MoreThan(afterId) }, order: { id: 'ASC' }, take });
  }

  some({ townId }: TownScope, memberIds: readonly string[]): Promise<Pick<Member, 'id' | 'state' | 'groupId'>[]> {
    return this.database.rows(Member).find({ select: { id: true, state: true, groupId: true }, where: { townId, id: In([...memberIds]) } });
  }

  /** Memberships that began by that day. */
  begunBy({ townId }: TownScope, memberIds: readonly string[], date: string): Promise<Pick<Membership, 'memberId' | 'groupId' | 'fromDate' | 'toDate'>[]> {
    const select = { memberId: true, groupId: true, fromDate: true, toDate: true } as const;
    return this.database.rows(Membership).find({ select, where: { townId, memberId: In([...memberIds]), fromDate: LessThanOrEqual(date) } });
  }
}
