import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { marks } from '../platform/database/prepared.ts';
import { SubscriptionAnswer } from './subscription-answer.entity.ts';
import { SubscriptionCredit } from './subscription-credit.entity.ts';

@Injectable()
export class SubscriptionsRepository {
  constructor(private readonly database: Database) {}

  creditsOf(scope: TownScope, memberIds: readonly string[], templateId: string): Promise<SubscriptionCredit[]> {
    return this.database.rows(SubscriptionCredit).findBy({ townId: scope.townId, memberId: In([...memberIds]), templateId });
  }

  /** By template id. */
  async creditsOfOne(scope: PersonScope): Promise<Map<string, number>> {
    const rows = await this.database.rows(SubscriptionCredit).findBy({ townId: scope.townId, memberId: scope.memberId });
    return new Map(rows.map(({ templateId, credits }) => [templateId, credits]));
  }

  answer(scope: PersonScope, clientId: string): Promise<SubscriptionAnswer | null> {
    return this.database.rows(SubscriptionAnswer).findOneBy({ townId: scope.townId, memberId: scope.memberId, clientId });
  }

  /** False when this answer is here already. */
  async insertAnswer(scope: PersonScope, answer: Pick<SubscriptionAnswer, 'clientId' | 'answers' | 'at'>): Promise<boolean> {
    try {
      await this.database.rows(SubscriptionAnswer).insert({ ...answer, townId: scope.townId, id: randomUUID(), memberId: scope.memberId });
      return true;
    } catch (error) {
      if (this.database.isUnique(error, 'uq_subscription_answers_once')) return false;
      throw error;
    }
  }

  /** Takes one from each member who has any, and answers who they were. */
  async take(scope: TownScope, memberIds: readonly string[], templateId: string, changedAt: number): Promise<string[]> {
    const takenBy = randomUUID();
    const theirs = `town_id = ? AND template_id = ? AND member_id IN (${marks(memberIds)})`;
    const values = [scope.townId, templateId, ...memberIds];
    await this.database.run(`UPDATE subscription_credits SET credits = credits - 1, taken_by = ?, changed_at = ? WHERE ${theirs} AND credits > 0`, [takenBy, changedAt, ...values]);
    const taken = await this.database.run<{ id: string }>(`SELECT member_id AS id FROM subscription_credits WHERE ${theirs} AND taken_by = ?`, [...values, takenBy]);
    return taken.map(({ id }) => id);
  }

  async giveBack(scope: TownScope, memberIds: readonly string[], templateId: string, changedAt: number): Promise<void> {
    const theirs = { townId: scope.townId, memberId: In([...memberIds]), templateId };
    await this.database.rows(SubscriptionCredit).update(theirs, { credits: () => 'credits + 1', changedAt });
  }
}
