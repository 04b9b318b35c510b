import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { HostScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { AssessmentYear } from './assessment-year.entity.ts';

/** A town has one row a year. */
@Injectable()
export class AssessmentYearsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, year: string): Promise<AssessmentYear | null> {
    return this.database.rows(AssessmentYear).findOneBy({ townId, year });
  }

  /** Begun and not through, of all towns. */
  unscored(_: HostScope): Promise<AssessmentYear[]> {
    return this.database.rows(AssessmentYear).find({ where: { scoredAt: IsNull() }, order: { startedAt: 'ASC' } });
  }

  async insert({ townId }: TownScope, row: Omit<AssessmentYear, 'townId'>): Promise<void> {
    await this.database.rows(AssessmentYear).insert({ ...row, townId });
  }

  isBegun(error: unknown): boolean {
    return this.database.isUnique(error, 'pk_assessment_years');
  }

  /** From the run that was seen; false when somebody was faster, or the year was published meanwhile. */
  async again({ townId }: TownScope, seen: AssessmentYear, row: Partial<AssessmentYear>): Promise<boolean> {
    const { affected } = await this.database.rows(AssessmentYear).update({ townId, year: seen.year, run: seen.run, scoredAt: Not(IsNull()), publishedOn: IsNull() }, row);
    return affected === 1;
  }

  /** Inside a unit of work: keeps the run that was seen from being followed until it ends. False when it was followed already. */
  async hold({ townId }: TownScope, { year, run }: AssessmentYear): Promise<boolean> {
    const { affected } = await this.database.rows(AssessmentYear).update({ townId, year, run, scoredAt: Not(IsNull()), publishedOn: IsNull() }, { run });
    return affected === 1;
  }

  /** Moves the cursor from where it was seen. False when another replica has moved it, or the year is summed up anew. */
  async advance({ townId }: TownScope, { year, run, scoredThrough }: AssessmentYear, changes: Partial<Pick<AssessmentYear, 'scoredThrough' | 'scoredAt'>>): Promise<boolean> {
    const { affected } = await this.database.rows(AssessmentYear).update({ townId, year, run, scoredAt: IsNull(), scoredThrough: scoredThrough ?? IsNull() }, changes);
    return affected === 1;
  }

  /** Only once, and only the run that was seen. */
  async publish({ townId }: TownScope, { year, run }: AssessmentYear, changes: Pick<AssessmentYear, 'publishedOn' | 'publishedUntil' | 'publishedBy'>): Promise<boolean> {
    const { affected } = await this.database.rows(AssessmentYear).update({ townId, year, run, scoredAt: Not(IsNull()), publishedOn: IsNull() }, changes);
    return affected === 1;
  }
}
