import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { CheckInsModule } from '../check-ins/check-ins.module.ts';
import { ExemptionsModule } from '../exemptions/exemptions.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { ReflectionsModule } from '../reflections/reflections.module.ts';
import { StudySessionsModule } from '../study-sessions/study-sessions.module.ts';
import { StudyCoverageController } from './study-coverage.controller.ts';
import { StudyCoverageService } from './study-coverage.service.ts';
import { SessionStripService } from './session-strip.service.ts';

@Module({
  imports: [AttendanceModule, CheckInsModule, ExemptionsModule, GroupsModule, MembersModule, ReflectionsModule, StudySessionsModule],
  controllers: [StudyCoverageController],
  providers: [StudyCoverageService, SessionStripService],
})
export class StudyCoverageModule {}
