import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type YearAct, yearAllows, type YearStage, yearStage, yearStageNames, usualWeight } from '@weidangxiao/shared/rules/annual-scores.ts';
import type { Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import { monthStageNames } from '@weidangxiao/shared/rules/assessment-month.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { AssessmentMonthsService, type StandingMonth } from '../assessment-months/assessment-months.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { AnnualScoresRepository, type GroupCount } from './annual-scores.repository.ts';
import type { AssessmentYear } from './assessment-year.entity.ts';
import { AssessmentYearsRepository } from './assessment-years.repository.ts';

/** A year as it stands today. */
export interface StandingYear {
  readonly year: string;
  readonly stage: YearStage;
  /** Those that are over, as far as the town rates them. */
  readonly months: readonly StandingMonth[];
  /** Null until the committee has it summed up. */
  readonly row: AssessmentYear | null;
  /** That of the run; before it that of December, or of today. */
  readonly rubric: Rubric;
  /** W, as a figure. */
  readonly W: string;
  /** Null until everybody is through. */
  readonly groups: readonly GroupCount[] | null;
}

/** Where a year's rating stands: what every act on it asks first. */
@Injectable()
export class AssessmentYearsService {
  constructor(
    private readonly years: AssessmentYearsRepository,
    private readonly scores: AnnualScoresRepository,
    private readonly months: AssessmentMonthsService,
    private readonly rubrics: RubricsService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError INPUT_INVALID for a year that has not begun */
  async year(scope: TownScope, year: string): Promise<StandingYear> {
    const today = businessDate(this.clock.now());
    if (`${year}-01-01` > today) throw new AppError('INPUT_INVALID', { field: 'year', detail: { reason: '这一年还没到' } });
    const row = await this.years.one(scope, year);
    const months = await this.months.ofYear(scope, year);
    const isScored = row !== null && row.scoredAt !== null;
    const groups = isScored ? await this.scores.countByGroup(scope, year) : null;
    const stage = yearStage({ monthsLocked: allLocked(year, months), run: row && { scored: isScored }, ties: groups?.filter(({ tied }) => tied > 0).length ?? 0, publishedUntil: row?.publishedUntil ?? null }, today);
    return { year, stage, months, row, rubric: await this.rubricOf(scope, year, today), W: row ? (figureOf(row.weight) ?? usualWeight) : usualWeight, groups };
  }

  /** Whether everybody is just being summed up, from what stood when that began. */
  async isScoring(scope: TownScope, year: string): Promise<boolean> {
    const row = await this.years.one(scope, year);
    return row !== null && row.scoredAt === null;
  }

  /** @throws AppError YEAR_NOT_OVER, YEAR_STATE */
  requireAllows({ year, stage, months }: StandingYear, act: YearAct): void {
    if (yearAllows[stage].includes(act)) return;
    if (stage !== 'running') throw new AppError('YEAR_STATE', { detail: { year, stage: yearStageNames[stage] } });
    const waits = months.find((month) => month.stage !== 'locked');
    throw new AppError('YEAR_NOT_OVER', { detail: { year, month: waits ? `${Number(waits.month.slice(5))}月（${monthStageNames[waits.stage]}）` : '12月' } });
  }

  private async rubricOf(scope: TownScope, year: string, today: string): Promise<Rubric> {
    const last = [`${year}-12`, today.slice(0, 7)].sort()[0] ?? '';
    return (await this.rubrics.forMonth(scope, last)).rubric;
  }
}

/** December, and every month before it that the town rates. */
function allLocked(year: string, months: readonly StandingMonth[]): boolean {
  return months.at(-1)?.month === `${year}-12` && months.every(({ stage }) => stage === 'locked');
}
