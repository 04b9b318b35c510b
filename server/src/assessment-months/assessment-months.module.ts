import { Module } from '@nestjs/common';
import { WorkingDaysModule } from '../working-days/working-days.module.ts';
import { AssessmentMonthsRepository } from './assessment-months.repository.ts';
import { AssessmentMonthsService } from './assessment-months.service.ts';
import { LockedMonthsService } from './locked-months.service.ts';
import { MonthOpeningsService } from './month-openings.service.ts';
import { ScoringCursorService } from './scoring-cursor.service.ts';

@Module({
  imports: [WorkingDaysModule],
  providers: [AssessmentMonthsRepository, AssessmentMonthsService, LockedMonthsService, MonthOpeningsService, ScoringCursorService],
  exports: [AssessmentMonthsService, LockedMonthsService, MonthOpeningsService, ScoringCursorService],
})
export class AssessmentMonthsModule {}
