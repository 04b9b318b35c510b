import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { AnnualCorrectionsService } from './annual-corrections.service.ts';
import { AnnualRunsService } from './annual-runs.service.ts';
import { AnnualScoresService } from './annual-scores.service.ts';
import { CapDecisionsService } from './cap-decisions.service.ts';
import { GroupDimensionsService } from './group-dimensions.service.ts';
import { OwnYearsService } from './own-years.service.ts';
import { YearBoardsService } from './year-boards.service.ts';

@Controller()
export class AnnualScoresController {
  constructor(
    private readonly boards: YearBoardsService,
    private readonly runs: AnnualRunsService,
    private readonly scores: AnnualScoresService,
    private readonly ties: CapDecisionsService,
    private readonly corrections: AnnualCorrectionsService,
    private readonly own: OwnYearsService,
    private readonly dimensions: GroupDimensionsService,
  ) {}

  @Serves('getAssessmentYear')
  board(@By() scope: WholeTownScope, @In() { params }: Input<'getAssessmentYear'>): Promise<Answer<'getAssessmentYear'>> {
    return this.boards.get(scope, params.year);
  }

  @Serves('runAssessmentYear')
  run(@By() scope: WholeTownScope, @In() { params, body }: Input<'runAssessmentYear'>): Promise<Answer<'runAssessmentYear'>> {
    return this.runs.run(scope, params.year, body);
  }

  @Serves('publishAssessmentYear')
  publish(@By() scope: WholeTownScope, @In() { params }: Input<'publishAssessmentYear'>): Promise<Answer<'publishAssessmentYear'>> {
    return this.runs.publish(scope, params.year);
  }

  @Serves('listAnnualScores')
  list(@By() scope: WholeTownScope, @In() { params, query }: Input<'listAnnualScores'>): Promise<Answer<'listAnnualScores'>> {
    return this.scores.list(scope, params.year, query);
  }

  @Serves('listAnnualGrades')
  grades(@By() scope: WholeTownScope, @In() { params, query }: Input<'listAnnualGrades'>): Promise<Answer<'listAnnualGrades'>> {
    return this.scores.grades(scope, params.year, query);
  }

  @Serves('listCapTies')
  capTies(@By() scope: WholeTownScope, @In() { params }: Input<'listCapTies'>): Promise<Answer<'listCapTies'>> {
    return this.ties.list(scope, params.year);
  }

  @Serves('decideCapTie')
  decide(@By() scope: WholeTownScope, @In() { params, body }: Input<'decideCapTie'>): Promise<Answer<'decideCapTie'>> {
    return this.ties.decide(scope, params.year, body);
  }

  @Serves('listAnnualCorrections')
  listCorrections(@By() scope: WholeTownScope, @In() { params, query }: Input<'listAnnualCorrections'>): Promise<Answer<'listAnnualCorrections'>> {
    return this.corrections.list(scope, params.year, query);
  }

  @Serves('correctAnnualScore')
  correct(@By() scope: WholeTownScope, @In() { params, body }: Input<'correctAnnualScore'>): Promise<Answer<'correctAnnualScore'>> {
    return this.corrections.correct(scope, params.year, body);
  }

  @Serves('getMyAnnualScore')
  mine(@By() scope: OwnScope, @In() { params }: Input<'getMyAnnualScore'>): Promise<Answer<'getMyAnnualScore'>> {
    return this.own.mine(scope, params.year);
  }

  @Serves('getMemberAnnualScore')
  ofMember(@By() scope: WholeTownScope, @In() { params }: Input<'getMemberAnnualScore'>): Promise<Answer<'getMemberAnnualScore'>> {
    return this.own.ofMember(scope, params.id, params.year);
  }

  @Serves('getGroupDimensions')
  ofGroup(@By() scope: GroupScope | WholeTownScope, @In() { params }: Input<'getGroupDimensions'>): Promise<Answer<'getGroupDimensions'>> {
    return this.dimensions.of(scope, params.id, params.year);
  }
}
