import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { MonthlyScoresModule } from '../monthly-scores/monthly-scores.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { RubricsModule } from '../rubrics/rubrics.module.ts';
import { ScoreEntriesModule } from '../score-entries/score-entries.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { AdjustingService } from './adjusting.service.ts';
import { AdjustmentNews } from './adjustment-news.ts';
import { AdjustmentViews } from './adjustment-views.ts';
import { LaterPoorsService } from './later-poors.service.ts';
import { LateRecordsService } from './late-records.service.ts';
import { ScoreAdjustmentsController } from './score-adjustments.controller.ts';
import { ScoreAdjustmentsRepository } from './score-adjustments.repository.ts';
import { ScoreAdjustmentsService } from './score-adjustments.service.ts';
import { StandingScoresService } from './standing-scores.service.ts';

@Module({
  imports: [AssessmentsModule, MembersModule, MonthlyScoresModule, NoticesModule, RubricsModule, ScoreEntriesModule, TownsModule],
  controllers: [ScoreAdjustmentsController],
  providers: [AdjustingService, AdjustmentNews, AdjustmentViews, LaterPoorsService, LateRecordsService, ScoreAdjustmentsRepository, ScoreAdjustmentsService, StandingScoresService],
  exports: [AdjustingService, LaterPoorsService, StandingScoresService],
})
export class ScoreAdjustmentsModule {}
