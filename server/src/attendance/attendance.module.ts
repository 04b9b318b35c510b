import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { AttendanceFactsService } from './attendance-facts.service.ts';
import { AttendanceMarksRepository } from './attendance-marks.repository.ts';
import { AttendanceMarksService } from './attendance-marks.service.ts';
import { AttendanceMonthRepository } from './attendance-month.repository.ts';
import { AttendanceMonthService } from './attendance-month.service.ts';
import { AttendanceRegisterService } from './attendance-register.service.ts';
import { AttendanceViews } from './attendance-views.ts';
import { AttendanceController } from './attendance.controller.ts';
import { AttendanceRepository } from './attendance.repository.ts';
import { AttendanceService } from './attendance.service.ts';
import { GuestCandidatesService } from './guest-candidates.service.ts';
import { SignInCodesService } from './sign-in-codes.service.ts';
import { SignInNews } from './sign-in-news.ts';
import { SignInSheetsService } from './sign-in-sheets.service.ts';
import { SignInsRepository } from './sign-ins.repository.ts';
import { SignInsService } from './sign-ins.service.ts';
import { WaitingMakeUpsService } from './waiting-make-ups.service.ts';
import { WaitingSignInsService } from './waiting-sign-ins.service.ts';

const repositories = [AttendanceRepository, AttendanceMonthRepository, AttendanceMarksRepository, SignInsRepository];
const inside = [AttendanceViews, AttendanceService, GuestCandidatesService, SignInCodesService, SignInSheetsService, SignInsService, WaitingSignInsService, SignInNews];
/** What other nouns ask or register with. */
const asked = [AttendanceFactsService, AttendanceMarksService, AttendanceMonthService, AttendanceRegisterService, WaitingMakeUpsService];

@Module({
  imports: [FilesModule, GroupsModule, MembersModule, NoticesModule, StudySessionsModule],
  controllers: [AttendanceController],
  providers: [...repositories, ...inside, ...asked],
  exports: [...asked, AttendanceService, WaitingSignInsService],
})
export class AttendanceModule {}
