import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { MoreThan } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { SubscriptionCredit } from './subscription-credit.entity.ts';
import { SubscriptionReport } from './subscription-report.entity.ts';

export interface CreditKey {
  readonly memberId: string;
  readonly templateId: string;
}

export interface CreditChange {
  /** No more than that stay; null for no such limit. */
  readonly most: number | null;
  readonly by: number;
}

@Injectable()
export class SubscriptionReportsRepository {
  constructor(private readonly database: Database) {}

  /** Makes the credit's row where there is none, and keeps others from it until the unit of work is over. */
  async hold({ townId }: TownScope, key: CreditKey, changedAt: number): Promise<void> {
    const where = { townId, ...key };
    if (await this.touch(where, changedAt)) return;
    try {
      await this.database.rows(SubscriptionCredit).insert({ ...where, id: randomUUID(), credits: 0, takenBy: null, changedAt });
    } catch (error) {
      if (!this.database.isUnique(error, 'uq_subscription_credits_member')) throw error;
      await this.touch(where, changedAt);
    }
  }

  reports({ townId }: TownScope, key: CreditKey, since: number): Promise<SubscriptionReport[]> {
    return this.database.rows(SubscriptionReport).findBy({ townId, ...key, at: MoreThan(since) });
  }

  isKnown({ townId }: TownScope, key: CreditKey, source: string): Promise<boolean> {
    return this.database.rows(SubscriptionReport).existsBy({ townId, ...key, source });
  }

  async insert({ townId }: TownScope, key: CreditKey, report: Pick<SubscriptionReport, 'kind' | 'source' | 'at'>): Promise<void> {
    const { kind, source, at } = report;
    await this.database.rows(SubscriptionReport).insert({ ...key, kind, source, at, townId, id: randomUUID() });
  }

  /** Never below none: a message may have gone meanwhile on a credit that turns out to be none. */
  async change({ townId }: TownScope, key: CreditKey, { most, by }: CreditChange, changedAt: number): Promise<void> {
    const credits = most === null ? `CASE WHEN credits + ${Number(by)} < 0 THEN 0 ELSE credits + ${Number(by)} END` : `CASE WHEN credits > ${Number(most)} THEN ${Number(most)} ELSE credits END`;
    await this.database.rows(SubscriptionCredit).update({ townId, ...key }, { credits: () => credits, changedAt });
  }

  private async touch(where: CreditKey & { townId: string }, changedAt: number): Promise<boolean> {
    return (await this.database.rows(SubscriptionCredit).update(where, { changedAt })).affected === 1;
  }
}
