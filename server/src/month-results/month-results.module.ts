import { Module } from '@nestjs/common';
import { AssessmentMonthsModule } from '../assessment-months/assessment-months.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { MonthlyScoresModule } from '../monthly-scores/monthly-scores.module.ts';
import { ObjectionsModule } from '../objections/objections.module.ts';
import { PublicationsModule } from '../publications/publications.module.ts';
import { ScoreAdjustmentsModule } from '../score-adjustments/score-adjustments.module.ts';
import { ScoreEntriesModule } from '../score-entries/score-entries.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { LaterPoorListService } from './later-poor-list.service.ts';
import { MonthCorrectionsService } from './month-corrections.service.ts';
import { MonthPublishingService } from './month-publishing.service.ts';
import { MonthResultsController } from './month-results.controller.ts';
import { MonthScoresService } from './month-scores.service.ts';
import { MonthSheetService } from './month-sheet.service.ts';

@Module({
  imports: [AssessmentMonthsModule, GroupsModule, MembersModule, MonthlyScoresModule, ObjectionsModule, PublicationsModule, ScoreAdjustmentsModule, ScoreEntriesModule, TownsModule],
  controllers: [MonthResultsController],
  providers: [LaterPoorListService, MonthCorrectionsService, MonthPublishingService, MonthScoresService, MonthSheetService],
})
export class MonthResultsModule {}
