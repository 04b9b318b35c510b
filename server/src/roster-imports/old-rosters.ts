import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { TownsService } from '../towns/towns.service.ts';
import { RosterImportsRepository } from './roster-imports.repository.ts';

const day = 24 * 3_600_000;
/** Long after a withdrawal is possible; the people themselves are in the roster by then, or were never wanted. */
const kept = 30 * day;

/** A sheet with everybody's phones and remarks is not kept longer than it is needed. */
@Injectable()
export class OldRosters implements OnModuleInit {
  constructor(
    private readonly imports: RosterImportsRepository,
    private readonly towns: TownsService,
    private readonly acts: Acts,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(day / 4, 'forget-old-rosters', () => this.forgetAll());
  }

  private async forgetAll(): Promise<void> {
    const before = this.clock.now() - kept;
    for (const { id } of await this.towns.all()) {
      const scope = systemScope(id, 'forget-old-rosters');
      if (!(await this.imports.anyBefore(scope, before))) continue;
      await this.acts.perform(scope, () => this.imports.deleteBefore(scope, before), { act: 'roster-import.forgotten' });
    }
  }
}
