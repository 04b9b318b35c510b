import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { SessionSeries } from './session-series.entity.ts';

@Injectable()
export class SessionSeriesRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<SessionSeries | null> {
    return this.database.rows(SessionSeries).findOneBy({ townId, id });
  }

  byClientId({ townId }: TownScope, createdBy: string, clientId: string): Promise<SessionSeries | null> {
    return this.database.rows(SessionSeries).findOneBy({ townId, createdBy, clientId });
  }

  async insert({ townId }: TownScope, series: Omit<SessionSeries, 'townId'>): Promise<void> {
    await this.database.rows(SessionSeries).insert({ ...series, townId });
  }

  /** Only while it runs. */
  async end({ townId }: TownScope, id: string, ended: Pick<SessionSeries, 'endedAt' | 'endedBy' | 'untilDate'>): Promise<boolean> {
    const { affected } = await this.database.rows(SessionSeries).update({ townId, id, endedAt: IsNull() }, ended);
    return affected === 1;
  }

  isTaken(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_session_series_client');
  }
}
