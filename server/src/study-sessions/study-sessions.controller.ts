import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { SessionActionsService } from './session-actions.service.ts';
import { SessionCloseOutService } from './session-close-out.service.ts';
import { SessionCorrectionsService } from './session-corrections.service.ts';
import { SessionCountsService } from './session-counts.service.ts';
import { type Planner, SessionPlanService } from './session-plan.service.ts';
import { SessionSeriesService } from './session-series.service.ts';
import { StudySessionsService } from './study-sessions.service.ts';

@Controller()
export class StudySessionsController {
  constructor(
    private readonly sessions: StudySessionsService,
    private readonly plan: SessionPlanService,
    private readonly closeOut: SessionCloseOutService,
    private readonly corrections: SessionCorrectionsService,
    private readonly series: SessionSeriesService,
    private readonly counts: SessionCountsService,
    private readonly actions: SessionActionsService,
  ) {}

  @Serves('listStudySessions')
  list(@By() scope: PersonScope, @In() { query }: Input<'listStudySessions'>): Promise<Answer<'listStudySessions'>> {
    return this.sessions.list(scope, query);
  }

  @Serves('getStudySession')
  get(@By() scope: PersonScope, @In() { params }: Input<'getStudySession'>): Promise<Answer<'getStudySession'>> {
    return this.sessions.get(scope, params.id);
  }

  @Serves('createStudySession')
  create(@By() scope: Planner, @In() { body }: Input<'createStudySession'>): Promise<Answer<'createStudySession'>> {
    return this.plan.create(scope, body);
  }

  @Serves('updateStudySession')
  update(@By() scope: Planner, @In() { params, body }: Input<'updateStudySession'>): Promise<Answer<'updateStudySession'>> {
    return this.plan.update(scope, params.id, body);
  }

  @Serves('moveStudySession')
  move(@By() scope: Planner, @In() { params, body }: Input<'moveStudySession'>): Promise<Answer<'moveStudySession'>> {
    return this.plan.move(scope, params.id, body);
  }

  @Serves('cancelStudySession')
  cancel(@By() scope: Planner, @In() { params, body }: Input<'cancelStudySession'>): Promise<Answer<'cancelStudySession'>> {
    return this.plan.cancel(scope, params.id, body.reason);
  }

  @Serves('openStudySession')
  open(@By() scope: Planner, @In() { params }: Input<'openStudySession'>): Promise<Answer<'openStudySession'>> {
    return this.closeOut.open(scope, params.id);
  }

  @Serves('closeStudySession')
  close(@By() scope: Planner, @In() { params, body }: Input<'closeStudySession'>): Promise<Answer<'closeStudySession'>> {
    return this.closeOut.close(scope, params.id, body);
  }

  @Serves('correctStudySession')
  correct(@By() scope: Planner, @In() { params, body }: Input<'correctStudySession'>): Promise<Answer<'correctStudySession'>> {
    return this.corrections.correct(scope, params.id, body);
  }

  @Serves('createSessionSeries')
  createSeries(@By() scope: Planner, @In() { body }: Input<'createSessionSeries'>): Promise<Answer<'createSessionSeries'>> {
    return this.series.create(scope, body);
  }

  @Serves('endSessionSeries')
  endSeries(@By() scope: Planner, @In() { params, body }: Input<'endSessionSeries'>): Promise<Answer<'endSessionSeries'>> {
    return this.series.end(scope, params.id, body);
  }

  @Serves('getSessionCount')
  count(@By() scope: PersonScope): Promise<Answer<'getSessionCount'>> {
    return this.counts.get(scope);
  }

  @Serves('setSessionOpening')
  setOpening(@By() scope: WholeTownScope, @In() { body }: Input<'setSessionOpening'>): Promise<Answer<'setSessionOpening'>> {
    return this.counts.setOpening(scope, body);
  }

  @Serves('listSessionActions')
  listActions(@By() scope: PersonScope, @In() { query }: Input<'listSessionActions'>): Promise<Answer<'listSessionActions'>> {
    return this.actions.list(scope, query);
  }

  @Serves('completeSessionAction')
  complete(@By() scope: PersonScope, @In() { params, body }: Input<'completeSessionAction'>): Promise<Answer<'completeSessionAction'>> {
    return this.actions.complete(scope, params.id, body.note);
  }
}
