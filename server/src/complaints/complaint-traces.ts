import { Injectable, type OnModuleInit } from '@nestjs/common';
import { businessDate, startOf } from '@weidangxiao/shared/rules/week.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import { HOST, type SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { TownsService } from '../towns/towns.service.ts';
import { ComplaintNews } from './complaint-news.ts';
import { ComplaintPhotosService } from './complaint-photos.service.ts';
import { ComplaintsRepository } from './complaints.repository.ts';

const everyMs = 15 * 60_000;
const hour = 3_600_000;
/** Of a town, in one run. */
const batch = 500;
const name = 'complaints';

/**
 * Every morning at 8: the audit and the admins hear of the anonymous complaints of the days before, all at once, so that neither says
 * when one was written. Those about the town itself go into the host's audit alone. Also sweeps photos that no complaint took.
 */
@Injectable()
export class ComplaintTraces implements OnModuleInit {
  constructor(
    private readonly complaints: ComplaintsRepository,
    private readonly photos: ComplaintPhotosService,
    private readonly news: ComplaintNews,
    private readonly towns: TownsService,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(everyMs, name, () => this.traceAll(), { followsClock: true });
  }

  private async traceAll(): Promise<void> {
    const now = this.clock.now();
    const today = businessDate(now);
    if (now < startOf(today) + 8 * hour) return;
    for (const { id } of await this.towns.all()) {
      const scope = systemScope(id, name);
      if ((await this.complaints.untraced(scope, today, 1)).length > 0) await this.database.write(() => this.trace(scope, today));
      await this.photos.sweep(scope);
    }
  }

  private async trace(scope: SystemScope, today: string): Promise<void> {
    let count = 0;
    for (const { id, addressee } of await this.complaints.untraced(scope, today, batch)) {
      if (!(await this.complaints.trace(scope, id))) continue;
      const hears = addressee === 'town' ? scope : systemScope(HOST, name);
      await this.acts.perform(hears, async () => undefined, { act: 'complaint.created', target: id });
      if (addressee === 'town') count += 1;
    }
    if (count > 0) await this.news.anonymous(scope, count, today);
  }
}
