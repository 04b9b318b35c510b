import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { isMonday, isoWeek, mondayOf, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { LessonsService } from '../lessons/lessons.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { HolidaysService } from '../themes/holidays.service.ts';
import type { Theme } from '../themes/theme.entity.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { TownsService } from '../towns/towns.service.ts';
import { WeekCache } from './week-cache.ts';

type Week = Answer<'getWeek'>;

/** A town's week as everybody may read it, guests too: nothing of it is seen before it was sent. */
@Injectable()
export class WeeksService implements OnModuleInit {
  private readonly cache = new WeekCache<Week>();

  constructor(
    private readonly themes: ThemesService,
    private readonly holidays: HolidaysService,
    private readonly lessons: LessonsService,
    private readonly towns: TownsService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.themes.onChange((townId) => this.cache.forget(townId));
  }

  current(scope: TownScope): Promise<Week> {
    return this.of(scope, mondayOf(this.clock.now()));
  }

  /** @throws AppError THEME_NOT_MONDAY */
  async of(scope: TownScope, monday: string): Promise<Week> {
    if (!isMonday(monday)) throw new AppError('THEME_NOT_MONDAY', { field: 'monday' });
    const current = mondayOf(this.clock.now());
    return this.cache.get(scope.townId, `${monday} ${current}`, () => this.read(scope, monday, current));
  }

  private async read(scope: TownScope, monday: string, current: string): Promise<Week> {
    const [town, holiday, last] = await Promise.all([this.towns.own(scope), this.holidays.on(scope, monday), this.themes.lastSent(scope, monday)]);
    const { code, name, schoolName, contactPhone } = town;
    const state = stateOf({ monday, current, holiday: holiday !== null, sent: last?.monday === monday });
    return {
      ...{ monday, ...labelled(monday), state },
      town: { code, name, schoolName, contactPhone },
      holiday: holiday?.label ?? null,
      theme: last && state !== 'missed' ? await this.themeOf(scope, last) : null,
    };
  }

  private async themeOf(scope: TownScope, theme: Theme): Promise<NonNullable<Week['theme']>> {
    const [lessons, corrections] = await Promise.all([this.lessons.rows(scope, theme.lessonIds), this.themes.correctionsOf(scope, theme)]);
    const { id, monday, title, lead, articleUrl, sentAt } = theme;
    if (sentAt === null) throw new Error(`theme ${id} was sent at no time`);
    const { weekLabel } = labelled(monday);
    return { id, monday, weekLabel, title, lead, sentAt, lessons, articleUrl, corrections: corrections.map(({ at, note }) => ({ at, note })) };
  }
}

interface Known {
  readonly monday: string;
  readonly current: string;
  readonly holiday: boolean;
  readonly sent: boolean;
}

function stateOf({ monday, current, holiday, sent }: Known): Week['state'] {
  if (sent) return 'open';
  if (holiday) return 'holiday';
  return monday < current ? 'missed' : 'waiting';
}

function labelled(monday: string): Pick<Week, 'year' | 'week' | 'weekLabel'> {
  const { year, week } = isoWeek(monday);
  return { year, week, weekLabel: weekNumberInChinese(week) };
}
