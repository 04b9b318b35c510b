import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayRemindAt } from '@weidangxiao/shared/rules/theme.ts';
import { addDays, businessDate, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { TownsService } from '../towns/towns.service.ts';
import { HolidaysService } from './holidays.service.ts';
import { ThemeNews } from './theme-news.ts';
import { ThemesService } from './themes.service.ts';

const everyMs = 15 * 60_000;

/** On Friday and Sunday: says that the coming Monday's theme is not approved or not even begun, while there is time to do so. */
@Injectable()
export class ThemeReminders implements OnModuleInit {
  /** Town -> the day on which it was told last. Another replica may tell too: the notices' keys make it one. */
  private readonly toldOn = new Map<string, string>();

  constructor(
    private readonly themes: ThemesService,
    private readonly holidays: HolidaysService,
    private readonly news: ThemeNews,
    private readonly towns: TownsService,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(everyMs, 'theme-reminders', () => this.remindAll(), { followsClock: true });
  }

  private async remindAll(): Promise<void> {
    const now = this.clock.now();
    if (!mayRemindAt(now)) return;
    for (const town of await this.towns.all()) {
      if (this.toldOn.get(town.id) !== businessDate(now)) await this.remind(systemScope(town.id, 'theme-reminders'), now);
    }
  }

  private async remind(scope: SystemScope, now: number): Promise<void> {
    const [today, monday] = [businessDate(now), addDays(mondayOf(now), 7)];
    const theme = await this.themes.onMonday(scope, monday);
    if (theme ? !['draft', 'in_review'].includes(theme.state) : await this.holidays.on(scope, monday)) return;
    const told = () => (theme ? this.news.waiting(scope, theme, today) : this.news.unplanned(scope, monday));
    await this.acts.perform(scope, told, { act: 'theme.reminded', target: theme?.id ?? monday });
    this.toldOn.set(scope.townId, today);
  }
}
