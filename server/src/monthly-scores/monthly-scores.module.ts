import { Module, type OnModuleInit } from '@nestjs/common';
import { AssessmentMonthsModule } from '../assessment-months/assessment-months.module.ts';
import { AssessmentsModule } from '../assessments/assessments.module.ts';
import { BallotsModule } from '../ballots/ballots.module.ts';
import { BallotsService } from '../ballots/ballots.service.ts';
import { RubricsModule } from '../rubrics/rubrics.module.ts';
import { ScoreEntriesModule } from '../score-entries/score-entries.module.ts';
import { ScoreEntriesService } from '../score-entries/score-entries.service.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { LaterFactsService } from './later-facts.service.ts';
import { MonthScoringService } from './month-scoring.service.ts';
import { MonthClosingService } from './month-closing.service.ts';
import { MonthlyScoresRepository } from './monthly-scores.repository.ts';
import { MonthlyScoresService } from './monthly-scores.service.ts';

@Module({
  imports: [AssessmentMonthsModule, AssessmentsModule, BallotsModule, RubricsModule, ScoreEntriesModule, TownsModule],
  providers: [LaterFactsService, MonthClosingService, MonthScoringService, MonthlyScoresRepository, MonthlyScoresService],
  exports: [AssessmentMonthsModule, MonthScoringService, MonthlyScoresService],
})
export class MonthlyScoresModule implements OnModuleInit {
  constructor(
    private readonly later: LaterFactsService,
    private readonly ballots: BallotsService,
    private readonly entries: ScoreEntriesService,
  ) {}

  onModuleInit(): void {
    this.later.add((scope, month, memberIds) => this.ballots.tallies(scope, month, memberIds));
    this.later.add((scope, month, memberIds) => this.entries.ofMonth(scope, month, memberIds));
  }
}
