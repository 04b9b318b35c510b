import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.ts';
import { CheckInsModule } from '../check-ins/check-ins.module.ts';
import { ExemptionsModule } from '../exemptions/exemptions.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { ReflectionsModule } from '../reflections/reflections.module.ts';
import { ThemesModule } from '../themes/themes.module.ts';
import { MonthFactsService } from './month-facts.service.ts';
import { MonthMondaysService } from './month-mondays.service.ts';
import { StudyFactsService } from './study-facts.service.ts';

@Module({
  imports: [AttendanceModule, CheckInsModule, ExemptionsModule, MembersModule, ReflectionsModule, ThemesModule],
  providers: [MonthFactsService, MonthMondaysService, StudyFactsService],
  exports: [MonthFactsService, StudyFactsService],
})
export class AssessmentsModule {}
