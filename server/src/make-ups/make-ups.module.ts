import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { MakeUpDecisionsService } from './make-up-decisions.service.ts';
import { MakeUpNews } from './make-up-news.ts';
import { MakeUpStandingService } from './make-up-standing.service.ts';
import { MakeUpViews } from './make-up-views.ts';
import { MakeUpsController } from './make-ups.controller.ts';
import { MakeUpsRepository } from './make-ups.repository.ts';
import { MakeUpsService } from './make-ups.service.ts';

@Module({
  imports: [AttendanceModule, MembersModule, NoticesModule, StudySessionsModule],
  controllers: [MakeUpsController],
  providers: [MakeUpDecisionsService, MakeUpNews, MakeUpStandingService, MakeUpViews, MakeUpsRepository, MakeUpsService],
  exports: [MakeUpDecisionsService, MakeUpsService],
})
export class MakeUpsModule {}
