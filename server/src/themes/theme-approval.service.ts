import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { mayApprove, moveTheme, type ThemeEvent } from '@weidangxiao/shared/rules/theme.ts';
import { LessonsService } from '../lessons/lessons.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { HolidaysService } from './holidays.service.ts';
import { refusedIn, requireLessons, ThemeEdits } from './theme-edits.ts';
import { ThemeAuthors } from './theme-authors.ts';
import { ThemeNews } from './theme-news.ts';
import { type ThemeAnswer, ThemeView } from './theme-view.ts';
import type { Theme } from './theme.entity.ts';

const none = { submittedAt: null, submittedBy: null, approvedAt: null, approvedBy: null } as const;

/**
 * A theme's way from draft to scheduled and back. From submission on, neither it nor its lessons can be changed, so
 * what goes out on Monday is what the approver read; whoever has to change something withdraws it first.
 */
@Injectable()
export class ThemeApprovalService {
  constructor(
    private readonly edits: ThemeEdits,
    private readonly holidays: HolidaysService,
    private readonly lessons: LessonsService,
    private readonly authors: ThemeAuthors,
    private readonly news: ThemeNews,
    private readonly view: ThemeView,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError THEME_STATE, THEME_EMPTY, THEME_WEEK_PAST, THEME_WEEK_HOLIDAY */
  submit(scope: PersonScope, id: string): Promise<ThemeAnswer> {
    return this.step(scope, id, 'submit', async (seen) => {
      requireLessons(seen.lessonIds);
      await this.requireSendable(scope, seen);
      const submitted = { submittedAt: this.clock.now(), submittedBy: scope.memberId };
      return { ...none, ...submitted, returnedAt: null, returnedBy: null, returnedReason: null };
    }, (theme) => this.news.submitted(scope, theme));
  }

  withdraw(scope: PersonScope, id: string): Promise<ThemeAnswer> {
    return this.step(scope, id, 'withdraw', () => none);
  }

  /** @throws AppError THEME_STATE, THEME_OWN_APPROVAL, THEME_CHANGED, THEME_WEEK_PAST, THEME_WEEK_HOLIDAY */
  approve(scope: PersonScope, id: string, revision?: number): Promise<ThemeAnswer> {
    return this.step(scope, id, 'approve', async (seen) => {
      if (!mayApprove(await this.authors.of(scope, seen), scope.memberId)) throw new AppError('THEME_OWN_APPROVAL');
      if (revision !== undefined && revision !== seen.revision) throw new AppError('THEME_CHANGED', { field: 'revision' });
      await this.requireSendable(scope, seen);
      return { approvedAt: this.clock.now(), approvedBy: scope.memberId };
    }, async (theme) => {
      await this.news.approved(scope, theme);
      await this.lessons.markApproved(scope, theme.lessonIds);
    });
  }

  sendBack(scope: PersonScope, id: string, reason: string): Promise<ThemeAnswer> {
    const returned = () => ({ ...none, returnedAt: this.clock.now(), returnedBy: scope.memberId, returnedReason: reason });
    return this.step(scope, id, 'return', returned, (theme) => this.news.returned(scope, theme));
  }

  private step(
    scope: PersonScope,
    id: string,
    event: ThemeEvent,
    changesOf: (seen: Theme) => Partial<Theme> | Promise<Partial<Theme>>,
    tell: (theme: Theme) => Promise<void> = async () => undefined,
  ): Promise<ThemeAnswer> {
    return this.acts.perform(scope, async () => {
      const seen = await this.edits.seen(scope, id);
      const state = moveTheme(seen.state, event);
      if (!state) throw refusedIn(seen);
      const theme = await this.edits.write(scope, seen, { ...(await changesOf(seen)), state });
      await this.lessons.lockFor(scope, id, state !== 'draft');
      await tell(theme);
      return this.view.of(scope, theme);
    });
  }

  private async requireSendable(scope: PersonScope, { monday }: Theme): Promise<void> {
    this.edits.requireOpenWeek(monday);
    await this.holidays.requireNone(scope, monday);
  }
}
