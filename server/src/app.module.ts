import { type DynamicModule, Module } from '@nestjs/common';
import { ArticlesModule } from './articles/articles.module.ts';
import { AssessmentsModule } from './assessments/assessments.module.ts';
import { AttendanceModule } from './attendance/attendance.module.ts';
import { AuditModule } from './audit/audit.module.ts';
import { BallotsModule } from './ballots/ballots.module.ts';
import { CheckInsModule } from './check-ins/check-ins.module.ts';
import { StudyCoverageModule } from './study-coverage/study-coverage.module.ts';
import { ComplaintsModule } from './complaints/complaints.module.ts';
import { CoursesModule } from './courses/courses.module.ts';
import { DemoModule } from './demo/demo.module.ts';
import { ExemptionsModule } from './exemptions/exemptions.module.ts';
import { FilesModule } from './files/files.module.ts';
import { LeavesModule } from './leaves/leaves.module.ts';
import { ImplementationPlansModule } from './implementation-plans/implementation-plans.module.ts';
import { LessonImportsModule } from './lesson-imports/lesson-imports.module.ts';
import { LessonsModule } from './lessons/lessons.module.ts';
import { LoginsModule } from './logins/logins.module.ts';
import { MakeUpsModule } from './make-ups/make-ups.module.ts';
import { NoticesModule } from './notices/notices.module.ts';
import { OfficialAccountsModule } from './official-accounts/official-accounts.module.ts';
import { OrganisationModule } from './organisation/organisation.module.ts';
import { AccessModule } from './platform/access/access.module.ts';
import { type Foundations, PlatformModule } from './platform/platform.module.ts';
import { PaperworkModule } from './paperwork/paperwork.module.ts';
import { PracticeBasesModule } from './practice-bases/practice-bases.module.ts';
import { ReceiptsModule } from './receipts/receipts.module.ts';
import { ReflectionsModule } from './reflections/reflections.module.ts';
import { RosterModule } from './roster/roster.module.ts';
import { MonthBoardsModule } from './month-boards/month-boards.module.ts';
import { MonthResultsModule } from './month-results/month-results.module.ts';
import { ObjectionsModule } from './objections/objections.module.ts';
import { PublicationsModule } from './publications/publications.module.ts';
import { ScoreAdjustmentsModule } from './score-adjustments/score-adjustments.module.ts';
import { AnnualScoresModule } from './annual-scores/annual-scores.module.ts';
import { MonthlyScoresModule } from './monthly-scores/monthly-scores.module.ts';
import { RubricPreviewsModule } from './rubric-previews/rubric-previews.module.ts';
import { RubricsModule } from './rubrics/rubrics.module.ts';
import { SchoolsModule } from './schools/schools.module.ts';
import { ServiceModule } from './service/service.module.ts';
import { SessionFeedbackModule } from './session-feedback/session-feedback.module.ts';
import { TeachersModule } from './teachers/teachers.module.ts';
import { ThemesModule } from './themes/themes.module.ts';
import { TownsModule } from './towns/towns.module.ts';
import { StudyHoursModule } from './study-hours/study-hours.module.ts';
import { StudySessionsModule } from './study-sessions/study-sessions.module.ts';
import { SubscriptionsModule } from './subscriptions/subscriptions.module.ts';
import { ScoreEntriesModule } from './score-entries/score-entries.module.ts';
import { VenuesModule } from './venues/venues.module.ts';
import { WeeksModule } from './weeks/weeks.module.ts';
import { WorkingDaysModule } from './working-days/working-days.module.ts';
import { CheckInRemindersModule } from './check-in-reminders/check-in-reminders.module.ts';
import { DoorbellsModule } from './doorbells/doorbells.module.ts';
import { ThemePushesModule } from './theme-pushes/theme-pushes.module.ts';
import { RosterImportsModule } from './roster-imports/roster-imports.module.ts';
import { WechatEventsModule } from './wechat-events/wechat-events.module.ts';

/** Every noun's module, one a line. */
const nouns = [
  ArticlesModule,
  OfficialAccountsModule,
  AssessmentsModule,
  AttendanceModule,
  AuditModule,
  BallotsModule,
  CheckInsModule,
  ComplaintsModule,
  CoursesModule,
  StudyCoverageModule,
  DemoModule,
  ExemptionsModule,
  FilesModule,
  LeavesModule,
  ImplementationPlansModule,
  LessonImportsModule,
  LessonsModule,
  LoginsModule,
  MakeUpsModule,
  NoticesModule,
  OrganisationModule,
  PaperworkModule,
  PracticeBasesModule,
  ReceiptsModule,
  ReflectionsModule,
  RosterModule,
  MonthBoardsModule,
  MonthResultsModule,
  ObjectionsModule,
  PublicationsModule,
  ScoreAdjustmentsModule,
  MonthlyScoresModule,
  AnnualScoresModule,
  RubricPreviewsModule,
  RubricsModule,
  SchoolsModule,
  ScoreEntriesModule,
  ServiceModule,
  SessionFeedbackModule,
  TownsModule,
  StudyHoursModule,
  StudySessionsModule,
  SubscriptionsModule,
  TeachersModule,
  ThemesModule,
  VenuesModule,
  WeeksModule,
  WorkingDaysModule,
  ThemePushesModule,
  DoorbellsModule,
  CheckInRemindersModule,
  RosterImportsModule,
  WechatEventsModule,
];

/** The whole server: the platform, the way in, and every noun. */
@Module({})
export class AppModule {
  static on(foundations: Foundations): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.on(foundations), AccessModule, ...nouns] };
  }
}
