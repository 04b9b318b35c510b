import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { isoWeek, mondaysOfYear } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { LessonsService } from '../lessons/lessons.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { HolidaysService } from './holidays.service.ts';
import { refusedIn, requireLessons, ThemeEdits } from './theme-edits.ts';
import { ThemeNews } from './theme-news.ts';
import { rowOf, type ThemeAnswer, ThemeView } from './theme-view.ts';
import type { Theme } from './theme.entity.ts';
import { ThemesRepository } from './themes.repository.ts';

type Content = Omit<Input<'createTheme'>['body'], 'monday'>;
type Revision = Input<'reviseTheme'>['body'];

/** Writing themes into the Mondays of a year. */
@Injectable()
export class ThemeDeskService {
  constructor(
    private readonly themes: ThemesRepository,
    private readonly edits: ThemeEdits,
    private readonly holidays: HolidaysService,
    private readonly lessons: LessonsService,
    private readonly news: ThemeNews,
    private readonly view: ThemeView,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async year(scope: PersonScope, year: number): Promise<Answer<'listThemes'>> {
    const mondays = mondaysOfYear(year);
    const [from, to] = [mondays[0] ?? '', mondays.at(-1) ?? ''];
    const [themes, holidays] = await Promise.all([this.themes.between(scope, from, to), this.holidays.labels(scope, from, to)]);
    const rows = new Map(themes.map((theme) => [theme.monday, rowOf(theme)]));
    const weekOf = (monday: string) => ({ monday, week: isoWeek(monday).week, holiday: holidays.get(monday) ?? null, theme: rows.get(monday) ?? null });
    return { year, mondays: mondays.map(weekOf) };
  }

  async one(scope: PersonScope, id: string): Promise<ThemeAnswer> {
    return this.view.of(scope, await this.edits.seen(scope, id));
  }

  /** @throws AppError THEME_NOT_MONDAY, THEME_WEEK_PAST, THEME_WEEK_HOLIDAY, THEME_WEEK_TAKEN */
  create(scope: PersonScope, { monday, ...body }: Input<'createTheme'>['body']): Promise<ThemeAnswer> {
    this.edits.requireOpenWeek(monday);
    return this.acts.perform(scope, async () => {
      await this.holidays.requireNone(scope, monday);
      const theme = { ...this.blank(scope, monday), ...(await this.contentOf(scope, body)) };
      await this.themes.insert(scope, theme);
      await this.lessons.useIn(scope, theme.id, theme.lessonIds);
      return this.view.of(scope, theme);
    });
  }

  /** @throws AppError THEME_STATE unless it is a draft: what waits for approval or has it is not changed under it */
  update(scope: PersonScope, id: string, { revision, ...body }: Input<'updateTheme'>['body']): Promise<ThemeAnswer> {
    return this.acts.perform(scope, async () => {
      const seen = await this.edits.seen(scope, id);
      if (seen.state !== 'draft') throw refusedIn(seen);
      this.edits.requireOpenWeek(seen.monday);
      return this.view.of(scope, await this.rewrite(scope, seen, revision, body));
    });
  }

  delete(scope: PersonScope, id: string): Promise<void> {
    return this.acts.perform(scope, async () => {
      const seen = await this.edits.seen(scope, id);
      if (seen.state !== 'draft') throw refusedIn(seen);
      if (!(await this.themes.delete(scope, seen))) throw new AppError('THEME_CHANGED');
      await this.lessons.useIn(scope, id, []);
    }, { target: id });
  }

  /** Corrects what was sent, with a note that every reader sees. @throws AppError THEME_STATE unless it was sent */
  revise(scope: PersonScope, id: string, { revision, note, ...body }: Revision): Promise<ThemeAnswer> {
    return this.acts.perform(scope, async () => {
      const seen = await this.edits.seen(scope, id);
      if (seen.state !== 'sent') throw refusedIn(seen);
      requireLessons(body.lessonIds);
      const theme = await this.rewrite(scope, seen, revision, body);
      await this.lessons.markSent(scope, theme.lessonIds, theme.monday);
      const correction = { id: randomUUID(), themeId: id, revision: theme.revision, note, at: theme.changedAt, madeBy: scope.memberId };
      await this.themes.insertCorrection(scope, correction);
      await this.news.revised(scope, theme, note);
      return this.view.of(scope, theme);
    });
  }

  private async rewrite(scope: PersonScope, seen: Theme, revision: number, body: Content): Promise<Theme> {
    if (revision !== seen.revision) throw new AppError('THEME_CHANGED', { field: 'revision' });
    const content = await this.contentOf(scope, body);
    const authorIds = [...seen.authorIds.filter((id) => id !== scope.memberId), scope.memberId];
    const theme = await this.edits.write(scope, seen, { ...content, authorIds, revision: revision + 1, changedAt: this.clock.now() });
    await this.lessons.useIn(scope, theme.id, theme.lessonIds);
    return theme;
  }

  private async contentOf(scope: PersonScope, { title, lead, articleUrl, lessonIds }: Content): Promise<Pick<Theme, keyof Content>> {
    await this.lessons.requireAll(scope, lessonIds);
    return { title, lead, articleUrl, lessonIds };
  }

  private blank(scope: PersonScope, monday: string): Omit<Theme, keyof Content> {
    const now = this.clock.now();
    return {
      townId: scope.townId,
      id: randomUUID(),
      monday,
      state: 'draft',
      revision: 1,
      authorIds: [scope.memberId],
      submittedAt: null,
      submittedBy: null,
      approvedAt: null,
      approvedBy: null,
      returnedAt: null,
      returnedBy: null,
      returnedReason: null,
      sentAt: null,
      changedAt: now,
      createdAt: now,
    };
  }
}
