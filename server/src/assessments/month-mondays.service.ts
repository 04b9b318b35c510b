import { Injectable } from '@nestjs/common';
import type { SelfStudyRecords } from '@weidangxiao/shared/rules/self-study.ts';
import { datesOfMonth, mondaysOfMonth, weekEndsAt } from '@weidangxiao/shared/rules/week.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { HolidaysService } from '../themes/holidays.service.ts';
import { ThemesService } from '../themes/themes.service.ts';

type Mondays = SelfStudyRecords['mondays'];

/** Which Mondays of a month a town owes a check-in for. */
@Injectable()
export class MonthMondaysService {
  constructor(
    private readonly themes: ThemesService,
    private readonly holidays: HolidaysService,
  ) {}

  /** Those whose theme was sent, and those whose theme still can be: no holiday, and the week not over. */
  async withTheme(scope: TownScope, month: string, now: number): Promise<Mondays> {
    const titles = await this.themes.sentTitles(scope, month);
    const { from, to } = datesOfMonth(month);
    const holidays = await this.holidays.labels(scope, from, to);
    const mondays = mondaysOfMonth(month).map((monday) => ({ monday, sent: titles.has(monday), title: titles.get(monday) ?? null }));
    return mondays.filter(({ monday, sent }) => sent || (weekEndsAt(monday) > now && !holidays.has(monday)));
  }

  /** At the cut-off: those whose theme was sent. What goes out later is owed by nobody. */
  async sent(scope: TownScope, month: string): Promise<Mondays> {
    return [...(await this.themes.sentTitles(scope, month))].map(([monday, title]) => ({ monday, sent: true, title }));
  }
}
