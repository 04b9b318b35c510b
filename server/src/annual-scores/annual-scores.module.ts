import { Module, type OnModuleInit } from '@nestjs/common';
import { AssessmentMonthsModule } from '../assessment-months/assessment-months.module.ts';
import { AssessmentsModule } from '../assessments/assessments.module.ts';
import { GroupsModule } from '../groups/groups.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { MonthlyScoresModule } from '../monthly-scores/monthly-scores.module.ts';
import { PublicationsModule } from '../publications/publications.module.ts';
import { RubricsModule } from '../rubrics/rubrics.module.ts';
import { ScoreAdjustmentsModule } from '../score-adjustments/score-adjustments.module.ts';
import { ScoreEntriesModule } from '../score-entries/score-entries.module.ts';
import { SummedYearsService } from '../score-entries/summed-years.service.ts';
import { StudyHoursModule } from '../study-hours/study-hours.module.ts';
import { WorkingDaysModule } from '../working-days/working-days.module.ts';
import { ObjectionsModule } from '../objections/objections.module.ts';
import { AnnualCorrectingService } from './annual-correcting.service.ts';
import { AnnualCorrectionsRepository } from './annual-corrections.repository.ts';
import { AnnualCorrectionsService } from './annual-corrections.service.ts';
import { AnnualFactsService } from './annual-facts.service.ts';
import { AnnualRunsService } from './annual-runs.service.ts';
import { AnnualScoresController } from './annual-scores.controller.ts';
import { AnnualScoresRepository } from './annual-scores.repository.ts';
import { AnnualScoresService } from './annual-scores.service.ts';
import { AnnualScoringService } from './annual-scoring.service.ts';
import { AssessmentYearsRepository } from './assessment-years.repository.ts';
import { AssessmentYearsService } from './assessment-years.service.ts';
import { CapDecisionsRepository } from './cap-decisions.repository.ts';
import { CapDecisionsService } from './cap-decisions.service.ts';
import { GroupOrderService } from './group-order.service.ts';
import { GroupDimensionsService } from './group-dimensions.service.ts';
import { OwnYearsService } from './own-years.service.ts';
import { YearBoardsService } from './year-boards.service.ts';
import { YearCorrectionsService } from './year-corrections.service.ts';
import { YearLinesService } from './year-lines.service.ts';
import { YearOutcomesService } from './year-outcomes.service.ts';
import { YearSheetService } from './year-sheet.service.ts';
import { YearSourcesService } from './year-sources.service.ts';

const repositories = [AssessmentYearsRepository, AnnualScoresRepository, CapDecisionsRepository, AnnualCorrectionsRepository];
const inside = [AnnualCorrectingService, AnnualFactsService, AnnualRunsService, AnnualScoringService, CapDecisionsService, AnnualCorrectionsService, GroupDimensionsService, GroupOrderService, OwnYearsService, YearBoardsService, YearCorrectionsService, YearLinesService, YearOutcomesService, YearSourcesService];

@Module({
  imports: [AssessmentMonthsModule, AssessmentsModule, GroupsModule, MembersModule, MonthlyScoresModule, ObjectionsModule, PublicationsModule, RubricsModule, ScoreAdjustmentsModule, ScoreEntriesModule, StudyHoursModule, WorkingDaysModule],
  controllers: [AnnualScoresController],
  providers: [...repositories, ...inside, AssessmentYearsService, AnnualScoresService, YearSheetService],
  exports: [AssessmentYearsService, YearSheetService],
})
export class AnnualScoresModule implements OnModuleInit {
  constructor(
    private readonly summed: SummedYearsService,
    private readonly years: AssessmentYearsService,
  ) {}

  onModuleInit(): void {
    this.summed.answerBy((scope, year) => this.years.isScoring(scope, year));
  }
}
