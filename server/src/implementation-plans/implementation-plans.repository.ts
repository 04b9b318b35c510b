import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { ImplementationPlan } from './implementation-plan.entity.ts';

/** A version without its body. */
export type PlanHead = Omit<ImplementationPlan, 'blocks'>;

const head = { townId: true, id: true, clientId: true, version: true, title: true, effectiveFrom: true, changes: true, createdAt: true, createdBy: true } as const;

/** The plan is known to everybody of its town. */
@Injectable()
export class ImplementationPlansRepository {
  constructor(private readonly database: Database) {}

  version({ townId }: TownScope, version: number): Promise<ImplementationPlan | null> {
    return this.database.rows(ImplementationPlan).findOneBy({ townId, version });
  }

  latest({ townId }: TownScope): Promise<PlanHead | null> {
    return this.database.rows(ImplementationPlan).findOne({ select: head, where: { townId }, order: { version: 'DESC' } });
  }

  /** Days of effect never go back from version to version, so the last day that has come is the newest version's. */
  inForce({ townId }: TownScope, today: string): Promise<PlanHead | null> {
    return this.database.rows(ImplementationPlan).findOne({ select: head, where: { townId, effectiveFrom: LessThanOrEqual(today) }, order: { effectiveFrom: 'DESC', version: 'DESC' } });
  }

  firstToCome({ townId }: TownScope, today: string): Promise<PlanHead | null> {
    return this.database.rows(ImplementationPlan).findOne({ select: head, where: { townId, effectiveFrom: MoreThan(today) }, order: { effectiveFrom: 'ASC', version: 'ASC' } });
  }

  page({ townId }: TownScope, skip: number, take: number): Promise<[PlanHead[], number]> {
    return this.database.rows(ImplementationPlan).findAndCount({ select: head, where: { townId }, order: { version: 'DESC' }, skip, take });
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<ImplementationPlan | null> {
    return this.database.rows(ImplementationPlan).findOneBy({ townId, createdBy: memberId, clientId });
  }

  async insert({ townId }: TownScope, plan: ImplementationPlan): Promise<void> {
    await this.database.rows(ImplementationPlan).insert({ ...plan, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_implementation_plans_client');
  }

  isVersionTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_implementation_plans_version');
  }
}
