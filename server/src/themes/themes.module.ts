import { Module } from '@nestjs/common';
import { LessonsModule } from '../lessons/lessons.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { HolidaysRepository } from './holidays.repository.ts';
import { HolidaysService } from './holidays.service.ts';
import { ThemeApprovalService } from './theme-approval.service.ts';
import { ThemeAuthors } from './theme-authors.ts';
import { ThemeChanges } from './theme-changes.ts';
import { ThemeDeskService } from './theme-desk.service.ts';
import { ThemeEdits } from './theme-edits.ts';
import { ThemeNews } from './theme-news.ts';
import { ThemeReminders } from './theme-reminders.ts';
import { ThemeView } from './theme-view.ts';
import { ThemesController } from './themes.controller.ts';
import { ThemesRepository } from './themes.repository.ts';
import { ThemesService } from './themes.service.ts';

/** The themes of a town's Mondays, and the Mondays without one. */
@Module({
  imports: [LessonsModule, MembersModule, NoticesModule, TownsModule],
  controllers: [ThemesController],
  providers: [
    HolidaysRepository,
    HolidaysService,
    ThemeApprovalService,
    ThemeAuthors,
    ThemeChanges,
    ThemeDeskService,
    ThemeEdits,
    ThemeNews,
    ThemeReminders,
    ThemeView,
    ThemesRepository,
    ThemesService,
  ],
  exports: [HolidaysService, ThemesService],
})
export class ThemesModule {}
