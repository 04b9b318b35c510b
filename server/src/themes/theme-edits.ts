import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { themeStateNames } from '@weidangxiao/shared/rules/theme.ts';
import { isMonday, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ThemeChanges } from './theme-changes.ts';
import type { Theme } from './theme.entity.ts';
import { ThemesRepository } from './themes.repository.ts';

/** How a person's act changes a theme: found within reach, judged, and written only while it is still as it was seen. */
@Injectable()
export class ThemeEdits {
  constructor(
    private readonly themes: ThemesRepository,
    private readonly changes: ThemeChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError NOT_FOUND; THEME_CHANGED when it is not at the revision that the person saw */
  async seen(scope: PersonScope, id: string, revision?: number): Promise<Theme> {
    const theme = await this.themes.one(scope, id);
    if (!theme) throw new AppError('NOT_FOUND');
    if (revision !== undefined && revision !== theme.revision) throw new AppError('THEME_CHANGED', { field: 'revision' });
    return theme;
  }

  /** @throws AppError THEME_NOT_MONDAY, THEME_WEEK_PAST */
  requireOpenWeek(monday: string): void {
    if (!isMonday(monday)) throw new AppError('THEME_NOT_MONDAY', { field: 'monday' });
    if (monday < mondayOf(this.clock.now())) throw new AppError('THEME_WEEK_PAST', { field: 'monday' });
  }

  /** Call inside a unit of work. @throws AppError THEME_CHANGED when somebody was faster */
  async write(scope: PersonScope, seen: Theme, changes: Partial<Theme>): Promise<Theme> {
    if (!(await this.themes.update(scope, seen, changes))) throw new AppError('THEME_CHANGED');
    this.changes.announce(scope);
    return { ...seen, ...changes };
  }
}

/** @throws AppError THEME_EMPTY */
export function requireLessons(lessonIds: readonly string[]): void {
  if (lessonIds.length === 0) throw new AppError('THEME_EMPTY', { field: 'lessonIds' });
}

export function refusedIn({ state }: Theme): AppError {
  return new AppError('THEME_STATE', { detail: { state: themeStateNames[state] } });
}
