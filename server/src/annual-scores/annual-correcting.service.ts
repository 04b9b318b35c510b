import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { correctedGrade } from '@weidangxiao/shared/rules/annual-scores/correction.ts';
import { type AnnualFacts, annualOutcome } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { MonthRollsService } from '../members/month-rolls.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { AnnualCorrection, StandingResult } from './annual-correction.entity.ts';
import { AnnualCorrectionsRepository } from './annual-corrections.repository.ts';
import { AnnualFactsService } from './annual-facts.service.ts';
import type { StandingYear } from './assessment-years.service.ts';
import { hundredths } from './figures.ts';
import { type YearLine, YearLinesService } from './year-lines.service.ts';

interface Due {
  readonly line: YearLine;
  readonly facts: AnnualFacts;
  readonly before: StandingResult;
  readonly after: StandingResult;
}

/** What a published line would be by the records of today, and the dated line that says so. */
@Injectable()
export class AnnualCorrectingService {
  constructor(
    private readonly lines: YearLinesService,
    private readonly facts: AnnualFactsService,
    private readonly corrections: AnnualCorrectionsRepository,
    private readonly rolls: MonthRollsService,
    private readonly clock: Clock,
  ) {}

  /** Null where the records say what stands. @throws AppError ANNUAL_NOT_LISTED */
  async due(scope: TownScope, standing: StandingYear, memberId: string): Promise<Due | null> {
    const { year, rubric, W } = standing;
    const line = await this.lines.ofMember(scope, standing, memberId);
    const people = await this.rolls.some(scope, `${year}-12-31`, [memberId]);
    const now = (await this.facts.of(scope, year, people, { rubric, W })).get(memberId);
    if (!line || !now) throw new AppError('ANNUAL_NOT_LISTED', { field: 'memberId', detail: { year } });
    const before = { t: line.t, performance: line.performance, grade: line.grade };
    const after = await this.after(scope, standing, line, now.facts);
    return JSON.stringify(before) === JSON.stringify(after) ? null : { line, facts: now.facts, before, after };
  }

  /** Inside a unit of work. Null where nothing changes. @throws AppError ANNUAL_NOT_LISTED */
  async book(scope: TownScope, standing: StandingYear, memberId: string, booking: Pick<AnnualCorrection, 'clientId' | 'reason' | 'correctedBy'>): Promise<AnnualCorrection | null> {
    const due = await this.due(scope, standing, memberId);
    if (!due) return null;
    const { line, facts, before, after } = due;
    const now = this.clock.now();
    const row: AnnualCorrection = {
      ...{ townId: scope.townId, id: randomUUID(), year: standing.year, memberId, place: line.corrections.length + 1, correctedOn: businessDate(now) },
      ...{ ...booking, before, after, facts, correctedAt: now },
    };
    await this.corrections.insert(scope, row);
    return row;
  }

  /** Nobody else's grade moves by it. */
  private async after(scope: TownScope, standing: StandingYear, { memberId, groupId }: YearLine, facts: AnnualFacts): Promise<StandingResult> {
    const outcome = annualOutcome(standing.rubric, facts);
    const others = (await this.lines.ofGroup(scope, standing, groupId)).filter((other) => other.memberId !== memberId && other.t !== null);
    const grade = correctedGrade(standing.rubric, outcome, { graded: others.length, excellent: others.filter((other) => other.grade === 'excellent').length });
    return { t: hundredths(outcome.T), performance: hundredths(outcome.performance), grade };
  }
}
