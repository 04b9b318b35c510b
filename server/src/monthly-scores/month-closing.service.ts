import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { addDays, startOf } from '@weidangxiao/shared/rules/week.ts';
import type { AssessmentMonth } from '../assessment-months/assessment-month.entity.ts';
import { MonthOpeningsService } from '../assessment-months/month-openings.service.ts';
import { ScoringCursorService } from '../assessment-months/scoring-cursor.service.ts';
import { type MonthChunk, MonthFactsService } from '../assessments/month-facts.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import type { Town } from '../towns/town.entity.ts';
import { TownsService } from '../towns/towns.service.ts';
import { MonthScoringService } from './month-scoring.service.ts';
import { MonthlyScoresRepository } from './monthly-scores.repository.ts';

const minute = 60_000;

/**
 * The cut-off: at the end of the third working day everybody's facts are taken and scored, a chunk of members at a time. The month's cursor
 * moves in the transaction that writes a chunk, so whoever goes on after a crash, here or in another replica, neither loses nor repeats anybody.
 */
@Injectable()
export class MonthClosingService implements OnModuleInit, OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly towns: TownsService,
    private readonly openings: MonthOpeningsService,
    private readonly cursor: ScoringCursorService,
    private readonly facts: MonthFactsService,
    private readonly rubrics: RubricsService,
    private readonly scoring: MonthScoringService,
    private readonly scores: MonthlyScoresRepository,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(minute, 'month-closing', () => this.closeAll(), { followsClock: true });
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** One town's fault stops no other. */
  private async closeAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const town of await this.towns.all()) await this.closeTown(town).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  private async closeTown(town: Town): Promise<void> {
    const scope = systemScope(town.id, 'month-closing');
    await this.openings.begin(scope, town);
    const due = (await this.openings.underWay(scope)).filter(({ scoredAt, completeUntil }) => scoredAt === null && this.clock.now() >= startOf(addDays(completeUntil, 1)));
    for (const { month } of due) await this.close(scope, month);
  }

  /** Goes on where the cursor stands, until the month is scored or the server stops. */
  async close(scope: SystemScope, month: string): Promise<void> {
    const { version } = await this.rubrics.forMonth(scope, month);
    for (let open = await this.cursor.open(scope, month, version); open && !this.stopping; open = await this.cursor.open(scope, month, version)) {
      if (await this.scoreFrom(scope, open)) return;
    }
  }

  /** False when another replica took a chunk, or the server stops: whoever goes on looks at the cursor anew. */
  private async scoreFrom(scope: SystemScope, from: AssessmentMonth): Promise<boolean> {
    let seen = from;
    for await (const chunk of this.facts.ofTown(scope, from.month, { after: from.scoredThrough, cutOff: true })) {
      if (this.stopping || !(await this.write(scope, seen, chunk))) return false;
      seen = { ...seen, scoredThrough: chunk.through };
    }
    return this.acts.perform(scope, () => this.cursor.finish(scope, seen), { act: 'assessment-month.scored', target: from.month });
  }

  private async write(scope: SystemScope, seen: AssessmentMonth, { through, people }: MonthChunk): Promise<boolean> {
    const rows = await this.scoring.score(scope, seen.month, people);
    return this.database.write(async () => {
      // The cursor first: its row lock lets one replica in and shows the next one that the chunk is taken.
      if (!(await this.cursor.advance(scope, seen, through))) return false;
      await this.scores.insert(scope, rows);
      return true;
    });
  }
}
