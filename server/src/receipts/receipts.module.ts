import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { MonthlyScoresModule } from '../monthly-scores/monthly-scores.module.ts';
import { RubricsModule } from '../rubrics/rubrics.module.ts';
import { ScoreAdjustmentsModule } from '../score-adjustments/score-adjustments.module.ts';
import { ScoreEntriesModule } from '../score-entries/score-entries.module.ts';
import { ReceiptsController } from './receipts.controller.ts';
import { ReceiptsService } from './receipts.service.ts';

@Module({
  imports: [AssessmentsModule, MembersModule, MonthlyScoresModule, RubricsModule, ScoreAdjustmentsModule, ScoreEntriesModule],
  controllers: [ReceiptsController],
  providers: [ReceiptsService],
})
export class ReceiptsModule {}
