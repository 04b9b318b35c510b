import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { moveTheme, pushDue, type ThemeEvent } from '@weidangxiao/shared/rules/theme.ts';
import { datesOfMonth, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { LessonsService } from '../lessons/lessons.service.ts';
import type { SystemScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { HolidaysService } from './holidays.service.ts';
import { ThemeChanges } from './theme-changes.ts';
import type { ThemeCorrection } from './theme-correction.entity.ts';
import { ThemeNews } from './theme-news.ts';
import type { Theme } from './theme.entity.ts';
import { ThemesRepository } from './themes.repository.ts';

/** What other nouns ask and tell about themes. What people do with them is in `theme-desk` and `theme-approval`. */
@Injectable()
export class ThemesService {
  constructor(
    private readonly themes: ThemesRepository,
    private readonly holidays: HolidaysService,
    private readonly lessons: LessonsService,
    private readonly changes: ThemeChanges,
    private readonly news: ThemeNews,
    private readonly clock: Clock,
  ) {}

  /** Whatever its state; null also for whoever reaches less than the town. */
  onMonday(scope: TownScope, monday: string): Promise<Theme | null> {
    return this.themes.onMonday(scope, monday);
  }

  /** Within reach, as `onMonday`. @throws AppError NOT_FOUND */
  async one(scope: TownScope, id: string): Promise<Theme> {
    const theme = await this.themes.one(scope, id);
    if (!theme) throw new AppError('NOT_FOUND');
    return theme;
  }

  /** Where the theme's article stands, null where it stands nowhere; a form that was opened before notices. Call inside a unit of work. */
  async setArticleUrl(scope: TownScope, id: string, articleUrl: string | null): Promise<void> {
    const seen = await this.one(scope, id);
    if (seen.articleUrl === articleUrl) return;
    if (!(await this.themes.update(scope, seen, { articleUrl, revision: seen.revision + 1 }))) throw new AppError('THEME_CHANGED');
    this.changes.announce(scope);
  }

  /** The theme that has to go out now: scheduled, not before Monday 08:00, not after its week, and no holiday. */
  async dueForPush(scope: SystemScope, monday: string): Promise<Theme | null> {
    const theme = await this.themes.onMonday(scope, monday);
    if (!theme || pushDue({ monday, state: theme.state, now: this.clock.now() }) !== 'due') return null;
    return (await this.holidays.on(scope, monday)) ? null : theme;
  }

  /** Call inside the unit of work that records the push. False when it was not scheduled any more: nothing was changed. */
  async markSent(scope: SystemScope, themeId: string, at: number): Promise<boolean> {
    const theme = await this.move(scope, themeId, 'push', { sentAt: at });
    if (theme) await this.lessons.markSent(scope, theme.lessonIds, theme.monday);
    return theme !== null;
  }

  /** Themes whose week is over and that never went out, oldest first. */
  overdue(scope: SystemScope): Promise<Theme[]> {
    return this.themes.unsentBefore(scope, mondayOf(this.clock.now()));
  }

  /** Call inside a unit of work; tells the admins. False when it was sent or missed already. */
  async markMissed(scope: SystemScope, themeId: string): Promise<boolean> {
    const theme = await this.move(scope, themeId, 'miss', {});
    if (theme) await this.news.missed(scope, theme);
    return theme !== null;
  }

  /** When that Monday's theme was sent (epoch ms); null while it was not. For every reach. */
  async sentAtOf(scope: TownScope, monday: string): Promise<number | null> {
    return (await this.themes.sentOn(scope, monday))?.sentAt ?? null;
  }

  /** The Mondays in a month ('2026-11') whose theme was sent, oldest first: no holidays, none that were missed. For every reach. */
  async sentMondays(scope: TownScope, month: string): Promise<string[]> {
    return [...(await this.sentTitles(scope, month)).keys()];
  }

  /** Monday -> title of what was sent in a month ('2026-11'). For every reach. */
  async sentTitles(scope: TownScope, month: string): Promise<Map<string, string>> {
    const { from, to } = datesOfMonth(month);
    return new Map((await this.themes.sentBetween(scope, from, to)).map(({ monday, title }) => [monday, title]));
  }

  /** The lessons of what was sent between two Mondays, both included, oldest first. For every reach. */
  sentLessons(scope: TownScope, from: string, to: string): Promise<Pick<Theme, 'monday' | 'lessonIds'>[]> {
    return this.themes.sentBetween(scope, from, to);
  }

  /** The title of what was sent that Monday; null for what was not. For every reach. */
  async titleOf(scope: TownScope, monday: string): Promise<string | null> {
    return (await this.themes.sentOn(scope, monday))?.title ?? null;
  }

  /** The latest theme sent for this Monday or one before. For every reach. */
  lastSent(scope: TownScope, upTo: string): Promise<Theme | null> {
    return this.themes.lastSent(scope, upTo);
  }

  /** Newest first. For every reach. */
  correctionsOf(scope: TownScope, theme: Theme): Promise<ThemeCorrection[]> {
    return this.themes.corrections(scope, theme.id);
  }

  /** Tells `listener` the town's id after each committed change of what its weeks show, made by this process. */
  onChange(listener: (townId: string) => void): void {
    this.changes.listen(listener);
  }

  /** The theme in its new state, or null where this cannot happen or somebody else was faster. */
  private async move(scope: SystemScope, id: string, event: ThemeEvent, changes: Partial<Theme>): Promise<Theme | null> {
    const seen = await this.themes.one(scope, id);
    if (!seen) throw new AppError('NOT_FOUND');
    const state = moveTheme(seen.state, event);
    if (!state || !(await this.themes.update(scope, seen, { ...changes, state }))) return null;
    await this.lessons.lockFor(scope, id, false);
    this.changes.announce(scope);
    return { ...seen, ...changes, state };
  }
}
