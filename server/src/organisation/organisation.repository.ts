import { Injectable } from '@nestjs/common';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { OrganisationChart } from './organisation-chart.entity.ts';

/** The chart is known to everybody of its town. */
@Injectable()
export class OrganisationRepository {
  constructor(private readonly database: Database) {}

  of({ townId }: TownScope): Promise<OrganisationChart | null> {
    return this.database.rows(OrganisationChart).findOneBy({ townId });
  }

  /** Only while nobody else has changed it since `revision`: false when somebody was faster. */
  async write({ townId }: TownScope, revision: number, chart: Omit<OrganisationChart, 'townId' | 'revision'>): Promise<boolean> {
    const next = { ...chart, revision: revision + 1 };
    if (revision > 0) return (await this.database.rows(OrganisationChart).update({ townId, revision }, next)).affected === 1;
    try {
      await this.database.rows(OrganisationChart).insert({ ...next, townId });
      return true;
    } catch (error) {
      if (this.database.isUnique(error, 'pk_organisation_charts')) return false;
      throw error;
    }
  }
}
