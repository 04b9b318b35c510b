import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/config.ts';
import { Database } from '../platform/database/database.ts';
import { DoorbellPaceRepository } from './doorbell-pace.repository.ts';

/** How many may be claimed now, and how long each of them has to wait yet, in ms. */
export interface Slots {
  readonly limit: number;
  waitMs(at: number): number;
}

/** Doorbells in one claim. */
export const claimSize = 200;
/** No claim takes more than this much of the future, so that its lease outlasts its slots. */
const spanMs = 2_000;

/**
 * The limit of messages a second, over all replicas: the instant until which slots are given away stands in one row. That
 * instant is the database's own, because replicas' clocks may differ; here it only tells how long to wait.
 */
@Injectable()
export class DoorbellPace {
  private readonly perSecond: number;

  constructor(
    private readonly row: DoorbellPaceRepository,
    private readonly database: Database,
    config: Config,
  ) {
    this.perSecond = config.doorbellRate;
  }

  get isLimited(): boolean {
    return this.perSecond > 0;
  }

  async take(): Promise<Slots> {
    if (!this.isLimited) return { limit: claimSize, waitMs: () => 0 };
    const limit = Math.max(1, Math.min(claimSize, Math.floor((this.perSecond * spanMs) / 1_000)));
    const stepMs = 1_000 / this.perSecond;
    const untilFirst = await this.database.write(() => this.row.take(Math.ceil(limit * stepMs)));
    const first = performance.now() + untilFirst;
    return { limit, waitMs: (at) => first + at * stepMs - performance.now() };
  }
}
