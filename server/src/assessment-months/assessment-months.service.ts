import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { monthStage, type MonthStage } from '@weidangxiao/shared/rules/assessment-month.ts';
import { type MonthCalendar, monthCalendar, movedCalendar, publishedUntil } from '@weidangxiao/shared/rules/month-calendar.ts';
import { addDays, type BusinessDate, businessDate, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import type { DayExceptions } from '@weidangxiao/shared/rules/working-days.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { WorkingDaysService } from '../working-days/working-days.service.ts';
import type { AssessmentMonth } from './assessment-month.entity.ts';
import { AssessmentMonthsRepository } from './assessment-months.repository.ts';

/** A month as it stands today. */
export interface StandingMonth extends Pick<AssessmentMonth, 'month' | 'rubricVersion' | 'cutOffAt' | 'scoredAt' | 'publishedOn' | 'publishedUntil'> {
  readonly stage: MonthStage;
  readonly calendar: MonthCalendar;
}

/** Older months have no dates everywhere. */
const firstMonth = '2000-01';
/** No calendar of a month reaches further, whatever the holidays. */
const mostDays = 60;

/** Where a month's rating stands: what every noun of the rating asks first. */
@Injectable()
export class AssessmentMonthsService {
  constructor(
    private readonly months: AssessmentMonthsRepository,
    private readonly workingDays: WorkingDaysService,
    private readonly clock: Clock,
  ) {}

  /** Also of a month whose row is not there yet: it runs, or was before the town began. @throws AppError INPUT_INVALID for one that has not begun */
  async month(scope: TownScope, month: string): Promise<StandingMonth> {
    this.requireBegun(month);
    const row = await this.months.one(scope, month);
    return row ? this.standing(row) : this.standing({ ...none, month, ...(await this.calendar(scope, month)) });
  }

  /** The months of a year that are over, as far as the town rates them. @param year 'YYYY' */
  async ofYear(scope: TownScope, year: string): Promise<StandingMonth[]> {
    return (await this.months.ofYear(scope, year)).map((row) => this.standing(row));
  }

  requireBegun(month: string): void {
    if (month > monthOf(businessDate(this.clock.now()))) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: '这个月还没到' } });
    if (month < firstMonth) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: '这个月太早，没有记录' } });
  }

  /** By the town's working days as they are known now. */
  async calendar(scope: TownScope, month: string): Promise<MonthCalendar> {
    return monthCalendar(month, await this.daysAfter(scope, datesOfMonth(month).to));
  }

  /** The dates of a month that is under way, after somebody edited the town's days: what has begun stays. */
  async moved(scope: TownScope, kept: MonthCalendar): Promise<MonthCalendar> {
    return movedCalendar(kept, businessDate(this.clock.now()), await this.daysAfter(scope, kept.completeUntil));
  }

  /** Published months of a year, the first one first. @param year 'YYYY' */
  publishedIn(scope: TownScope, year: string): Promise<string[]> {
    return this.months.publishedIn(scope, year);
  }

  /** Inside the unit of work that publishes. @throws AppError MONTH_PUBLISHED when somebody else was faster */
  async publish(scope: TownScope, month: string): Promise<{ publishedOn: BusinessDate; publishedUntil: BusinessDate }> {
    const dates = { publishedOn: businessDate(this.clock.now()), publishedUntil: await this.onShowUntil(scope) };
    if (!(await this.months.publish(scope, month, dates))) throw new AppError('MONTH_PUBLISHED');
    return dates;
  }

  /** The last day on show of what is published today. */
  async onShowUntil(scope: TownScope): Promise<BusinessDate> {
    const today = businessDate(this.clock.now());
    return publishedUntil(today, 'month', await this.daysAfter(scope, today));
  }

  standing({ month, rubricVersion, cutOffAt, scoredAt, publishedOn, publishedUntil: until, ...row }: Omit<AssessmentMonth, 'townId'>): StandingMonth {
    const calendar = calendarOf(row);
    const stage = monthStage(month, calendar, { publishedOn, publishedUntil: until }, businessDate(this.clock.now()));
    return { month, rubricVersion, cutOffAt, scoredAt, publishedOn, publishedUntil: until, stage, calendar };
  }

  private daysAfter(scope: TownScope, date: BusinessDate): Promise<DayExceptions> {
    return this.workingDays.exceptions(scope, date, addDays(date, mostDays));
  }
}

const none = { rubricVersion: null, cutOffAt: null, scoredThrough: null, scoredAt: null, publishedOn: null, publishedUntil: null, lookedAtOn: null };

export function calendarOf({ completeUntil, voteFrom, voteUntil, confirmFrom, confirmUntil }: MonthCalendar): MonthCalendar {
  return { completeUntil, voteFrom, voteUntil, confirmFrom, confirmUntil };
}
