import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { monthAllows } from '@weidangxiao/shared/rules/assessment-month.ts';
import { type BusinessDate, businessDate, dateInChinese, datesOfMonth, monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { TownsService } from '../towns/towns.service.ts';
import { LaterPoorsSourceService } from './later-poors-source.service.ts';
import type { ScoreEntry } from './score-entry.entity.ts';
import { SummedYearsService } from './summed-years.service.ts';

const firstYear = '2000';

/** For which month or year something may be entered today, and for whom. */
@Injectable()
export class EntryMonthsService {
  constructor(
    private readonly months: AssessmentMonthsService,
    private readonly summedYears: SummedYearsService,
    private readonly laterPoors: LaterPoorsSourceService,
    private readonly members: MembersService,
    private readonly towns: TownsService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError INPUT_INVALID for a month or a year that has not begun */
  async isOpen(scope: TownScope, period: string): Promise<boolean> {
    if (period.length === 4) return !(await this.isSummed(scope, period));
    return monthAllows[(await this.months.month(scope, period)).stage].includes('enterPoints');
  }

  /** With whom a published month still takes a talk: a dated change has made theirs poor. */
  takesTalksWith(scope: TownScope, month: string): Promise<readonly string[]> {
    return this.laterPoors.of(scope, month);
  }

  /** Inside a unit of work: nobody publishes that month, or sums up that year, before it ends. @throws AppError MONTH_PUBLISHED, ENTRY_YEAR_SUMMED, INPUT_INVALID */
  async requireOpen(scope: TownScope, period: string): Promise<void> {
    await this.towns.takeTurn(scope);
    if (await this.isOpen(scope, period)) return;
    if (period.length === 4) throw new AppError('ENTRY_YEAR_SUMMED', { detail: { year: period } });
    throw new AppError('MONTH_PUBLISHED');
  }

  /** As `requireOpen`, and open to the talk that is owed. @throws AppError MONTH_PUBLISHED, ENTRY_YEAR_SUMMED, INPUT_INVALID */
  async requireTakes(scope: TownScope, { kind, period, memberId }: Pick<ScoreEntry, 'kind' | 'period' | 'memberId'>): Promise<void> {
    await this.towns.takeTurn(scope);
    if (kind === 'talk' && (await this.takesTalksWith(scope, period)).includes(memberId)) return;
    await this.requireOpen(scope, period);
  }

  /** The member's group on the last day of the month or year, or today while it runs; null without one. */
  groupOf(scope: TownScope, memberId: string, period: string): Promise<string | null> {
    return this.members.groupOn(scope, memberId, this.dateFor(period));
  }

  /** @throws AppError ENTRY_NO_GROUP */
  async requireGroup(scope: TownScope, memberId: string, period: string): Promise<string> {
    const groupId = await this.groupOf(scope, memberId, period);
    if (!groupId) throw new AppError('ENTRY_NO_GROUP', { field: 'memberId', detail: { date: dateInChinese(this.dateFor(period)) } });
    return groupId;
  }

  /** @throws AppError INPUT_INVALID for a day outside of it, or to come */
  requireDay(period: string, on: BusinessDate): void {
    const { from, to } = datesOf(period);
    if (on < from || on > to || on > this.today()) throw new AppError('INPUT_INVALID', { field: 'on', detail: { reason: `日子要在${period.length === 4 ? `${period}年` : monthWithYear(period)}里，不能在今天以后` } });
  }

  /** The grade is known only when the month is over. @throws AppError INPUT_INVALID */
  requireOver(month: string, on: BusinessDate): void {
    if (this.today() <= datesOfMonth(month).to) throw new AppError('INPUT_INVALID', { field: 'month', detail: { reason: `${monthWithYear(month)}还没过完，等级出来再谈` } });
    if (on <= datesOfMonth(month).to || on > this.today()) throw new AppError('INPUT_INVALID', { field: 'on', detail: { reason: `谈话在${monthWithYear(month)}过完以后，不能在今天以后` } });
  }

  private async isSummed(scope: TownScope, year: string): Promise<boolean> {
    if (year > this.today().slice(0, 4)) throw new AppError('INPUT_INVALID', { field: 'year', detail: { reason: '这一年还没到' } });
    if (year < firstYear) throw new AppError('INPUT_INVALID', { field: 'year', detail: { reason: '这一年太早，没有记录' } });
    return this.summedYears.isUnderWay(scope, year);
  }

  private dateFor(period: string): BusinessDate {
    const { to } = datesOf(period);
    const today = this.today();
    return to < today ? to : today;
  }

  private today(): BusinessDate {
    return businessDate(this.clock.now());
  }
}

function datesOf(period: string): { from: BusinessDate; to: BusinessDate } {
  return period.length === 4 ? { from: `${period}-01-01`, to: `${period}-12-31` } : datesOfMonth(period);
}
