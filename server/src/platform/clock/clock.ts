import { AppError } from '@weidangxiao/shared/errors.ts';
import { Database } from '../database/database.ts';
import { DemoClock } from './demo-clock.entity.ts';

const row = 'demo';

/**
 * The two times. Business time decides which week it is and what counts; the demo can move it. Real time is for
 * logins, leases, time-outs and the audit. Both are epoch milliseconds.
 */
export class Clock {
  private offset = 0;

  private constructor(
    private readonly database: Database,
    private readonly movable: boolean,
    private readonly time: () => number,
  ) {}

  /** Reads how far an earlier run of the demo moved the time. `time` replaces the machine's clock in tests. */
  static async open(database: Database, movable: boolean, time: () => number = Date.now): Promise<Clock> {
    const clock = new Clock(database, movable, time);
    if (movable) clock.offset = (await database.rows(DemoClock).findOneBy({ id: row }))?.movedBy ?? 0;
    return clock;
  }

  now(): number {
    return this.time() + this.offset;
  }

  real(): number {
    return this.time();
  }

  /**
   * Moves business time to `instant`; it runs on from there, also after a restart.
   * @throws AppError DEMO_ONLY outside the demo.
   */
  async move(instant: number): Promise<void> {
    if (!this.movable) throw new AppError('DEMO_ONLY');
    const offset = instant - this.time();
    await this.database.write(() => this.database.rows(DemoClock).upsert({ id: row, movedBy: offset }, ['id']));
    this.database.afterCommit(() => {
      this.offset = offset;
    });
  }
}
