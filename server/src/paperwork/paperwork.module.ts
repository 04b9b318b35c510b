import { Module } from '@nestjs/common';
import { AnnualScoresModule } from '../annual-scores/annual-scores.module.ts';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { BallotsModule } from '../ballots/ballots.module.ts';
import { CheckInsModule } from '../check-ins/check-ins.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { LeavesModule } from '../leaves/leaves.module.ts';
import { MakeUpsModule } from '../make-ups/make-ups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { ObjectionsModule } from '../objections/objections.module.ts';
import { MonthlyScoresModule } from '../monthly-scores/monthly-scores.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { PracticeBasesModule } from '../practice-bases/practice-bases.module.ts';
import { PublicationsModule } from '../publications/publications.module.ts';
import { ReflectionsModule } from '../reflections/reflections.module.ts';
import { StudyHoursModule } from '../study-hours/study-hours.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { TeachersModule } from '../teachers/teachers.module.ts';
import { ThemePushesModule } from '../theme-pushes/theme-pushes.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { VenuesModule } from '../venues/venues.module.ts';
import { BundleContentsService } from './bundle-contents.service.ts';
import { BundleWorkService } from './bundle-work.service.ts';
import { FormSettingsRepository } from './form-settings.repository.ts';
import { FormSettingsService } from './form-settings.service.ts';
import { GroupFormsService } from './group-forms.service.ts';
import { MemberFormsService } from './member-forms.service.ts';
import { MonthFormsService } from './month-forms.service.ts';
import { ObjectionFormsService } from './objection-forms.service.ts';
import { PaperBundlesController } from './paper-bundles.controller.ts';
import { PaperBundlesRepository } from './paper-bundles.repository.ts';
import { PaperBundlesService } from './paper-bundles.service.ts';
import { PaperHeadsService } from './paper-heads.service.ts';
import { PaperworkController } from './paperwork.controller.ts';
import { PaperworkService } from './paperwork.service.ts';
import { PublishedSheetsService } from './published-sheets.service.ts';
import { SessionFormsService } from './session-forms.service.ts';
import { TownFormsService } from './town-forms.service.ts';
import { YearFormsService } from './year-forms.service.ts';

const forms = [PaperHeadsService, PublishedSheetsService, SessionFormsService, GroupFormsService, MemberFormsService, MonthFormsService, ObjectionFormsService, TownFormsService, YearFormsService, FormSettingsRepository, FormSettingsService];
const bundles = [PaperBundlesRepository, PaperBundlesService, BundleContentsService, BundleWorkService];

/** Paper from what was recorded once. It asks every other noun, and no noun asks it. */
@Module({
  imports: [
    ...[AnnualScoresModule, AttendanceModule, BallotsModule, CheckInsModule, GroupsModule, LeavesModule, MakeUpsModule, MembersModule, MonthlyScoresModule, ObjectionsModule, NoticesModule, PracticeBasesModule],
    ...[PublicationsModule, ReflectionsModule, StudyHoursModule, StudySessionsModule, TeachersModule, ThemePushesModule, TownsModule, VenuesModule],
  ],
  controllers: [PaperworkController, PaperBundlesController],
  providers: [...forms, ...bundles, PaperworkService],
})
export class PaperworkModule {}
