import { Injectable } from '@nestjs/common';
import { addDays, businessDate, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { Acts } from '../platform/access/acts.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { Town } from '../towns/town.entity.ts';
import type { AssessmentMonth } from './assessment-month.entity.ts';
import { AssessmentMonthsRepository } from './assessment-months.repository.ts';
import { AssessmentMonthsService, calendarOf } from './assessment-months.service.ts';

/** What a job does with a town's months before any is scored: each has its row from its end on, with dates that keep up with the town's holidays. */
@Injectable()
export class MonthOpeningsService {
  constructor(
    private readonly rows: AssessmentMonthsRepository,
    private readonly months: AssessmentMonthsService,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every month since the town is here that is over, each once, however many replicas look. */
  async begin(scope: SystemScope, { createdAt }: Pick<Town, 'createdAt'>): Promise<void> {
    const last = monthBefore(monthOf(businessDate(this.clock.now())));
    const latest = await this.rows.latest(scope);
    for (let month = latest ? monthAfter(latest.month) : monthOf(businessDate(createdAt)); month <= last; month = monthAfter(month)) await this.beginOne(scope, month);
  }

  /** Those not published yet, their dates moved where the town's days were edited. */
  async underWay(scope: SystemScope): Promise<AssessmentMonth[]> {
    const rows = await this.rows.unpublished(scope);
    return Promise.all(rows.map((row) => this.kept(scope, row)));
  }

  private async beginOne(scope: SystemScope, month: string): Promise<void> {
    const row = { month, ...(await this.months.calendar(scope, month)), rubricVersion: null, cutOffAt: null, scoredThrough: null, scoredAt: null, publishedOn: null, publishedUntil: null, lookedAtOn: null };
    try {
      await this.acts.perform(scope, () => this.rows.insert(scope, row), { act: 'assessment-month.begun', target: month });
    } catch (error) {
      if (!this.rows.isBegun(error)) throw error;
    }
  }

  private async kept(scope: SystemScope, row: AssessmentMonth): Promise<AssessmentMonth> {
    const kept = calendarOf(row);
    if (businessDate(this.clock.now()) >= kept.confirmFrom) return row;
    const moved = await this.months.moved(scope, kept);
    if (JSON.stringify(moved) === JSON.stringify(kept)) return row;
    await this.database.write(() => this.rows.change(scope, row.month, moved));
    return { ...row, ...moved };
  }
}

const monthAfter = (month: string): string => monthOf(addDays(datesOfMonth(month).to, 1));
const monthBefore = (month: string): string => monthOf(addDays(datesOfMonth(month).from, -1));
