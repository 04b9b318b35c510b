import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { annualOutcome } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import { capAnnualExcellent, type Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { MonthRollsService, type OnTheRoll } from '../members/month-rolls.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { AnnualFactsService } from './annual-facts.service.ts';
import type { AnnualScoreRow } from './annual-score.entity.ts';
import { AnnualScoresRepository } from './annual-scores.repository.ts';
import type { AssessmentYear } from './assessment-year.entity.ts';
import { AssessmentYearsRepository } from './assessment-years.repository.ts';
import { AssessmentYearsService } from './assessment-years.service.ts';
import { gradedPerson } from './graded-person.ts';
import { hundredths } from './figures.ts';

const everyMs = 5_000;
const chunk = 500;

/**
 * Sums a year up for everybody who belongs to the town on 31 December, a chunk of members at a time, then applies the cap group by group. The
 * cursor moves in the transaction that writes a chunk; the cap is made of what was written and may be applied twice.
 */
@Injectable()
export class AnnualScoringService implements OnModuleInit, OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly years: AssessmentYearsService,
    private readonly rows: AssessmentYearsRepository,
    private readonly scores: AnnualScoresRepository,
    private readonly rolls: MonthRollsService,
    private readonly facts: AnnualFactsService,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(everyMs, 'annual-scoring', () => this.scoreAll());
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  /** One town's fault stops no other. */
  private async scoreAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const { townId, year } of await this.rows.unscored(hostScope())) await this.score(systemScope(townId, 'annual-scoring'), year).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  /** Goes on where the cursor stands, until the year is summed up or the server stops. */
  async score(scope: SystemScope, year: string): Promise<void> {
    const { rubric } = await this.years.year(scope, year);
    for (let row = await this.open(scope, year); row && !this.stopping; row = await this.open(scope, year)) if (await this.scoreFrom(scope, row, rubric)) return;
  }

  private async open(scope: SystemScope, year: string): Promise<AssessmentYear | null> {
    const row = await this.rows.one(scope, year);
    return row?.scoredAt === null ? row : null;
  }

  /** False when another replica took a chunk, or the server stops: whoever goes on looks at the cursor anew. */
  private async scoreFrom(scope: SystemScope, from: AssessmentYear, rubric: Rubric): Promise<boolean> {
    let seen = from;
    for (;;) {
      const { through, people } = await this.rolls.after(scope, `${from.year}-12-31`, seen.scoredThrough, chunk);
      if (through === null) break;
      if (this.stopping || !(await this.write(scope, seen, rubric, { through, people }))) return false;
      seen = { ...seen, scoredThrough: through };
    }
    for (const { groupId } of await this.scores.countByGroup(scope, from.year)) await this.database.write(() => this.applyCap(scope, from.year, rubric, groupId));
    return this.acts.perform(scope, () => this.rows.advance(scope, seen, { scoredAt: this.clock.now() }), { act: 'assessment-year.scored', target: from.year });
  }

  private async write(scope: SystemScope, seen: AssessmentYear, rubric: Rubric, { through, people }: { through: string; people: readonly OnTheRoll[] }): Promise<boolean> {
    const years = await this.facts.of(scope, seen.year, people, { rubric, W: figureOf(seen.weight) ?? '' });
    const rows = people.flatMap(({ memberId, groupId }): Omit<AnnualScoreRow, 'townId'>[] => {
      const facts = years.get(memberId)?.facts;
      if (!facts) return [];
      const { T, performance, grade, reason } = annualOutcome(rubric, facts);
      return [{ year: seen.year, memberId, groupId, t: hundredths(T), performance: hundredths(performance), scoreGrade: grade, grade, needsDecision: false, reason, facts }];
    });
    return this.database.write(async () => {
      if (!(await this.rows.advance(scope, seen, { scoredThrough: through }))) return false;
      await this.scores.insert(scope, rows);
      return true;
    });
  }

  private async applyCap(scope: SystemScope, year: string, rubric: Rubric, groupId: string | null): Promise<void> {
    const capped = capAnnualExcellent(rubric, (await this.scores.ofGroup(scope, year, groupId)).flatMap(gradedPerson));
    const of = (grade: AnnualScoreRow['grade'], needsDecision: boolean): string[] => capped.filter((one) => one.grade === grade && one.needsDecision === needsDecision).map(({ id }) => id);
    for (const needsDecision of [false, true]) await this.scores.change(scope, year, of('good', needsDecision), { grade: 'good', needsDecision });
  }
}
