import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { JointVote } from './joint-vote.entity.ts';

@Injectable()
export class JointVotesRepository {
  constructor(private readonly database: Database) {}

  ofMonth({ townId }: TownScope, month: string): Promise<JointVote[]> {
    return this.database.rows(JointVote).findBy({ townId, month });
  }

  async insert({ townId }: TownScope, month: string, circleId: string, groupIds: readonly string[]): Promise<void> {
    await this.database.rows(JointVote).insert(groupIds.map((groupId) => ({ townId, month, groupId, circleId })));
  }

  isJoined(error: unknown): boolean {
    return this.database.isUnique(error, 'pk_joint_votes');
  }

  async delete({ townId }: TownScope, month: string, circleId: string): Promise<void> {
    await this.database.rows(JointVote).delete({ townId, month, circleId });
  }
}
