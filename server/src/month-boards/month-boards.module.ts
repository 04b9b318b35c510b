import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { BallotsModule } from '../ballots/ballots.module.ts';
import { CheckInsModule } from '../check-ins/check-ins.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { LeavesModule } from '../leaves/leaves.module.ts';
import { MakeUpsModule } from '../make-ups/make-ups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { MonthlyScoresModule } from '../monthly-scores/monthly-scores.module.ts';
import { ReflectionsModule } from '../reflections/reflections.module.ts';
import { RubricsModule } from '../rubrics/rubrics.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { ThemePushesModule } from '../theme-pushes/theme-pushes.module.ts';
import { MonthBoardsController } from './month-boards.controller.ts';
import { MonthBoardsService } from './month-boards.service.ts';
import { MonthGapsService } from './month-gaps.service.ts';

@Module({
  imports: [AttendanceModule, BallotsModule, CheckInsModule, GroupsModule, LeavesModule, MakeUpsModule, MembersModule, MonthlyScoresModule, ReflectionsModule, RubricsModule, StudySessionsModule, ThemePushesModule],
  controllers: [MonthBoardsController],
  providers: [MonthBoardsService, MonthGapsService],
})
export class MonthBoardsModule {}
