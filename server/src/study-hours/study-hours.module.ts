import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { ScoreEntriesModule } from '../score-entries/score-entries.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { StudyHoursController } from './study-hours.controller.ts';
import { StudyHoursService } from './study-hours.service.ts';

@Module({ imports: [AttendanceModule, GroupsModule, MembersModule, ScoreEntriesModule, TownsModule], controllers: [StudyHoursController], providers: [StudyHoursService], exports: [StudyHoursService] })
export class StudyHoursModule {}
