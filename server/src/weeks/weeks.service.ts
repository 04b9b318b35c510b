import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { isMonday, isoWeek, mondayOf, weekNumberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Acts } from '../platform/access/acts.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { WeekCache } from './week-cache.ts';
import { type SentTheme, WeeksRepository } from './weeks.repository.ts';

type Week = Answer<'getWeek'>;

/** Acts beside the themes' own that change what a week shows. */
const shown: ReadonlySet<string> = new Set(['lesson.changed', 'town.changed']);

/** A town's week as everybody may read it, guests too: nothing of it is seen before it was sent. */
@Injectable()
export class WeeksService implements OnModuleInit {
  private readonly cache = new WeekCache<Week>();

  constructor(
    private readonly weeks: WeeksRepository,
    private readonly themes: ThemesService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.themes.onChange((townId) => this.cache.forget(townId));
    this.acts.onAct((townId, act) => shown.has(act) && this.cache.forget(townId));
  }

  current(scope: TownScope): Promise<Week> {
    const monday = mondayOf(this.clock.now());
    return this.kept(scope, monday, monday);
  }

  /** @throws AppError THEME_NOT_MONDAY */
  async of(scope: TownScope, monday: string): Promise<Week> {
    if (!isMonday(monday)) throw new AppError('THEME_NOT_MONDAY', { field: 'monday' });
    return this.kept(scope, monday, mondayOf(this.clock.now()));
  }

  private kept(scope: TownScope, monday: string, current: string): Promise<Week> {
    return this.cache.get(scope.townId, `${monday} ${current}`, () => this.read(scope, monday, current));
  }

  private async read(scope: TownScope, monday: string, current: string): Promise<Week> {
    const facts = await this.weeks.facts(scope, monday);
    if (!facts) throw new AppError('NOT_FOUND');
    const { town, holiday, last, lessonIds } = facts;
    const state = stateOf({ monday, current, holiday: holiday !== null, sent: last?.monday === monday });
    const theme = last && state !== 'missed' ? await this.themeOf(scope, last, lessonIds) : null;
    // Frozen: everybody who asks gets this one, written once.
    return Object.freeze({ monday, ...labelled(monday), state, town, holiday, theme });
  }

  private async themeOf(scope: TownScope, theme: SentTheme, lessonIds: readonly string[]): Promise<NonNullable<Week['theme']>> {
    const [lessons, corrections] = await Promise.all([this.weeks.lessons(scope, theme.id, lessonIds), this.weeks.corrections(scope, theme.id)]);
    return { ...theme, weekLabel: labelled(theme.monday).weekLabel, lessons, corrections };
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
