import { Injectable } from '@nestjs/common';
import { Between, IsNull, MoreThanOrEqual, Not } from 'typeorm';
import type { SystemScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { AssessmentMonth } from './assessment-month.entity.ts';

/** A town has twelve rows a year. */
@Injectable()
export class AssessmentMonthsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, month: string): Promise<AssessmentMonth | null> {
    return this.database.rows(AssessmentMonth).findOneBy({ townId, month });
  }

  latest({ townId }: TownScope): Promise<AssessmentMonth | null> {
    return this.database.rows(AssessmentMonth).findOne({ where: { townId }, order: { month: 'DESC' } });
  }

  /** Those that have begun, oldest first. @param year 'YYYY' */
  ofYear({ townId }: TownScope, year: string): Promise<AssessmentMonth[]> {
    return this.database.rows(AssessmentMonth).find({ where: { townId, month: Between(`${year}-01`, `${year}-12`) }, order: { month: 'ASC' } });
  }

  /** Those not published yet, oldest first. */
  unpublished({ townId }: TownScope): Promise<AssessmentMonth[]> {
    return this.database.rows(AssessmentMonth).find({ where: { townId, publishedOn: IsNull() }, order: { month: 'ASC' } });
  }

  publishedSince({ townId }: TownScope, date: string): Promise<AssessmentMonth[]> {
    return this.database.rows(AssessmentMonth).find({ where: { townId, publishedOn: MoreThanOrEqual(date) }, order: { month: 'ASC' } });
  }

  /** @param year 'YYYY' */
  async publishedIn({ townId }: TownScope, year: string): Promise<string[]> {
    const rows = await this.database.rows(AssessmentMonth).find({ select: { month: true }, where: { townId, month: Between(`${year}-01`, `${year}-12`), publishedOn: Not(IsNull()) }, order: { month: 'ASC' } });
    return rows.map(({ month }) => month);
  }

  async insert({ townId }: SystemScope, month: Omit<AssessmentMonth, 'townId'>): Promise<void> {
    await this.database.rows(AssessmentMonth).insert({ ...month, townId });
  }

  isBegun(error: unknown): boolean {
    return this.database.isUnique(error, 'pk_assessment_months');
  }

  async change({ townId }: TownScope, month: string, changes: Partial<AssessmentMonth>): Promise<void> {
    await this.database.rows(AssessmentMonth).update({ townId, month }, changes);
  }

  /** Only once: false when another replica was faster. */
  async cutOff({ townId }: SystemScope, month: string, changes: Pick<AssessmentMonth, 'cutOffAt' | 'rubricVersion'>): Promise<boolean> {
    const { affected } = await this.database.rows(AssessmentMonth).update({ townId, month, cutOffAt: IsNull() }, changes);
    return affected === 1;
  }

  /** Moves the cursor from where it was seen. False when another replica has moved it: the chunk is that one's. */
  async advance({ townId }: SystemScope, { month, scoredThrough }: AssessmentMonth, changes: Partial<Pick<AssessmentMonth, 'scoredThrough' | 'scoredAt'>>): Promise<boolean> {
    const seen = { townId, month, scoredAt: IsNull(), scoredThrough: scoredThrough ?? IsNull() };
    const { affected } = await this.database.rows(AssessmentMonth).update(seen, changes);
    return affected === 1;
  }

  /** Only once: false when somebody else was faster, or the month is not scored yet. */
  async publish({ townId }: TownScope, month: string, changes: Pick<AssessmentMonth, 'publishedOn' | 'publishedUntil'>): Promise<boolean> {
    const { affected } = await this.database.rows(AssessmentMonth).update({ townId, month, publishedOn: IsNull() }, changes);
    return affected === 1;
  }
}
