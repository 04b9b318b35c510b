import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { LeaveDecisionsService } from './leave-decisions.service.ts';
import { LeaveNews } from './leave-news.ts';
import { LeaveViews } from './leave-views.ts';
import { LeavesController } from './leaves.controller.ts';
import { LeavesRepository } from './leaves.repository.ts';
import { LeavesService } from './leaves.service.ts';

@Module({
  imports: [AttendanceModule, MembersModule, NoticesModule, StudySessionsModule],
  controllers: [LeavesController],
  providers: [LeaveDecisionsService, LeaveNews, LeaveViews, LeavesRepository, LeavesService],
  exports: [LeaveDecisionsService, LeavesService],
})
export class LeavesModule {}
