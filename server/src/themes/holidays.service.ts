import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { themeStateNames } from '@weidangxiao/shared/rules/theme.ts';
import { isMonday } from '@weidangxiao/shared/rules/week.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Holiday } from './holiday.entity.ts';
import { HolidaysRepository } from './holidays.repository.ts';
import { ThemeChanges } from './theme-changes.ts';
import { ThemesRepository } from './themes.repository.ts';

/** Mondays without a theme. A draft may stay on one: it keeps what was written and cannot be submitted meanwhile. */
@Injectable()
export class HolidaysService {
  constructor(
    private readonly holidays: HolidaysRepository,
    private readonly themes: ThemesRepository,
    private readonly changes: ThemeChanges,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  on(scope: TownScope, monday: string): Promise<Holiday | null> {
    return this.holidays.on(scope, monday);
  }

  /** Monday -> label. */
  async labels(scope: TownScope, from: string, to: string): Promise<Map<string, string>> {
    return new Map((await this.holidays.between(scope, from, to)).map(({ monday, label }) => [monday, label]));
  }

  /** @throws AppError THEME_WEEK_HOLIDAY */
  async requireNone(scope: TownScope, monday: string): Promise<void> {
    const holiday = await this.holidays.on(scope, monday);
    if (holiday) throw new AppError('THEME_WEEK_HOLIDAY', { field: 'monday', detail: { label: holiday.label } });
  }

  /** @throws AppError THEME_NOT_MONDAY; HOLIDAY_HAS_THEME: nobody loses an approval without noticing */
  set(scope: PersonScope, monday: string, label: string): Promise<void> {
    if (!isMonday(monday)) throw new AppError('THEME_NOT_MONDAY', { field: 'monday' });
    return this.acts.perform(scope, async () => {
      const theme = await this.themes.onMonday(scope, monday);
      if (theme && theme.state !== 'draft') throw new AppError('HOLIDAY_HAS_THEME', { detail: { state: themeStateNames[theme.state] } });
      await this.holidays.put(scope, { monday, label, setAt: this.clock.now(), setBy: scope.memberId });
      this.changes.announce(scope);
    }, { target: monday });
  }

  /** A Monday that is none already stays as it is. */
  async clear(scope: PersonScope, monday: string): Promise<void> {
    if (!(await this.holidays.on(scope, monday))) return this.acts.changedNothing();
    await this.acts.perform(scope, async () => {
      await this.holidays.delete(scope, monday);
      this.changes.announce(scope);
    }, { target: monday });
  }
}
