import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type ArrangedDay, publishedDays } from '@weidangxiao/shared/rules/published-holidays.ts';
import type { BusinessDate } from '@weidangxiao/shared/rules/week.ts';
import { dayFault } from '@weidangxiao/shared/rules/working-days.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { DayException } from './day-exception.entity.ts';
import { DayExceptionsRepository } from './day-exceptions.repository.ts';

type Year = Answer<'listDayExceptions'>;

/** A town's holidays and swapped days, year by year. What has been counted with them already stays as it was counted. */
@Injectable()
export class DayExceptionsService {
  constructor(
    private readonly days: DayExceptionsRepository,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, year: string): Promise<Year> {
    const rows = await this.ofYear(scope, year);
    const people = await this.members.people(scope, rows.map(({ setBy }) => setBy));
    const days = rows.map(({ day, kind, label, setAt, setBy }) => ({ day, kind, label, set: { at: setAt, by: (setBy && people.get(setBy)) || null } }));
    return { year, days, missing: missingOf(year, rows)?.length ?? null };
  }

  /** @throws AppError DAY_ALREADY_SO */
  async set(scope: PersonScope, day: BusinessDate, { kind, label }: Input<'setDayException'>['body']): Promise<void> {
    const reason = dayFault(day, kind);
    if (reason) throw new AppError('DAY_ALREADY_SO', { field: 'kind', detail: { reason } });
    await this.acts.perform(scope, () => this.days.put(scope, [this.rowOf(scope, { day, kind, label })]), { target: day });
  }

  /** A day that is none already stays as it is. */
  async clear(scope: PersonScope, day: BusinessDate): Promise<void> {
    if ((await this.days.between(scope, day, day)).length === 0) return this.acts.changedNothing();
    await this.acts.perform(scope, () => this.days.delete(scope, day), { target: day });
  }

  /** @throws AppError DAYS_NOT_PUBLISHED */
  addPublished(scope: TownScope, year: string): Promise<Answer<'addPublishedDays'>> {
    return this.acts.perform(scope, async () => {
      const missing = missingOf(year, await this.ofYear(scope, year));
      if (!missing) throw new AppError('DAYS_NOT_PUBLISHED', { field: 'year', detail: { year } });
      if (missing.length > 0) await this.days.put(scope, missing.map((day) => this.rowOf(scope, day)));
      return { added: missing.length };
    }, { target: year });
  }

  private ofYear(scope: TownScope, year: string): Promise<DayException[]> {
    return this.days.between(scope, `${year}-01-01`, `${year}-12-31`);
  }

  private rowOf(scope: TownScope, day: ArrangedDay): Omit<DayException, 'townId'> {
    return { ...day, setAt: this.clock.now(), setBy: scope.memberId };
  }
}

/** Of the published days those on which the town has nothing of its own; null for a year that is not known. */
function missingOf(year: string, rows: readonly DayException[]): ArrangedDay[] | null {
  const own = new Set(rows.map(({ day }) => day));
  return publishedDays(year)?.filter(({ day }) => !own.has(day)) ?? null;
}
