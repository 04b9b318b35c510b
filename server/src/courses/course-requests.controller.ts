import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { CourseRequestsService } from './course-requests.service.ts';
import { RequestPlanningService } from './request-planning.service.ts';

@Controller()
export class CourseRequestsController {
  constructor(
    private readonly requests: CourseRequestsService,
    private readonly planning: RequestPlanningService,
  ) {}

  @Serves('listCourseRequests')
  list(@By() scope: PersonScope, @In() { query }: Input<'listCourseRequests'>): Promise<Answer<'listCourseRequests'>> {
    return this.requests.list(scope, query);
  }

  @Serves('createCourseRequest')
  create(@By() scope: OwnScope, @In() { body }: Input<'createCourseRequest'>): Promise<Answer<'createCourseRequest'>> {
    return this.requests.create(scope, body);
  }

  @Serves('joinCourseRequest')
  join(@By() scope: OwnScope, @In() { params }: Input<'joinCourseRequest'>): Promise<Answer<'joinCourseRequest'>> {
    return this.requests.join(scope, params.id);
  }

  @Serves('leaveCourseRequest')
  leave(@By() scope: OwnScope, @In() { params }: Input<'leaveCourseRequest'>): Promise<Answer<'leaveCourseRequest'>> {
    return this.requests.leave(scope, params.id);
  }

  @Serves('planCourseRequest')
  plan(@By() scope: PersonScope, @In() { params, body }: Input<'planCourseRequest'>): Promise<Answer<'planCourseRequest'>> {
    return this.planning.plan(scope, params.id, body.sessionId);
  }

  @Serves('closeCourseRequest')
  close(@By() scope: WholeTownScope, @In() { params, body }: Input<'closeCourseRequest'>): Promise<Answer<'closeCourseRequest'>> {
    return this.planning.close(scope, params.id, body.note);
  }
}
