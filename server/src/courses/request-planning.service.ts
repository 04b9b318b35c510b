import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { moveRequest, type RequestEvent } from '@weidangxiao/shared/rules/course.ts';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type SessionFollower, SessionFollowersService } from '../study-sessions/session-followers.service.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import type { CourseRequest } from './course-request.entity.ts';
import { CourseRequestsRepository } from './course-requests.repository.ts';
import { RequestNews } from './request-news.ts';
import { type RequestView, RequestViews } from './request-views.ts';
import { requireMove } from './require-move.ts';

/** From a request to a session that answers it, and what becomes of it with that session. */
@Injectable()
export class RequestPlanningService implements SessionFollower, OnModuleInit {
  constructor(
    private readonly requests: CourseRequestsRepository,
    private readonly views: RequestViews,
    private readonly sessions: StudySessionsService,
    private readonly followers: SessionFollowersService,
    private readonly news: RequestNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.followers.follow(this);
  }

  /** Planned for the same session again changes nothing. @throws AppError NOT_FOUND, COURSE_REQUEST_STATE, COURSE_REQUEST_CHANGED, SESSION_STATE */
  plan(scope: PersonScope, id: string, sessionId: string): Promise<RequestView> {
    return this.acts.perform(scope, async () => {
      const seen = await this.find(scope, id);
      if (!plans(scope, seen)) throw new AppError('NOT_FOUND');
      const session = await this.sessions.findLed(scope, sessionId);
      if (session.state !== 'planned' && session.state !== 'open') throw new AppError('COURSE_REQUEST_SESSION_OVER', { field: 'sessionId' });
      const state = requireMove(seen, 'plan');
      if (seen.sessionId === sessionId) return this.views.one(scope, seen);
      const planned = await this.advance(scope, seen, { state, sessionId, plannedAt: this.clock.now(), plannedBy: scope.memberId });
      await this.news.planned(scope, planned, session);
      return this.views.one(scope, planned);
    });
  }

  /** The town's word where no session will come of it. @throws AppError NOT_FOUND, COURSE_REQUEST_STATE, COURSE_REQUEST_CHANGED */
  close(scope: PersonScope, id: string, note: string): Promise<RequestView> {
    return this.acts.perform(scope, async () => {
      const seen = await this.find(scope, id);
      const closed = await this.advance(scope, seen, { state: requireMove(seen, 'close'), closedAt: this.clock.now(), closedBy: scope.memberId, closeNote: note });
      await this.news.closed(scope, closed);
      return this.views.one(scope, closed);
    });
  }

  async closed(scope: PersonScope, session: StudySession): Promise<void> {
    const over = { closedAt: this.clock.now(), closedBy: scope.memberId, closeNote: '开过了' };
    await this.eachOf(scope, session, 'hold', over, (request) => this.news.held(scope, request, session));
  }

  async cancelled(scope: PersonScope, session: StudySession): Promise<void> {
    await this.eachOf(scope, session, 'reopen', { sessionId: null, plannedAt: null, plannedBy: null }, (request) => this.news.reopened(scope, request));
  }

  private async eachOf(scope: PersonScope, { id }: StudySession, event: RequestEvent, changes: Partial<CourseRequest>, tell: (request: CourseRequest) => Promise<void>): Promise<void> {
    for (const seen of await this.requests.ofSession(scope, id)) {
      const state = moveRequest(seen.state, event);
      if (state) await tell(await this.advance(scope, seen, { ...changes, state }));
    }
  }

  private async find(scope: PersonScope, id: string): Promise<CourseRequest> {
    const request = await this.requests.one(scope, id);
    if (!request) throw new AppError('NOT_FOUND');
    return request;
  }

  private async advance(scope: PersonScope, seen: CourseRequest, changes: Partial<CourseRequest>): Promise<CourseRequest> {
    if (!(await this.requests.update(scope, seen, changes))) throw new AppError('COURSE_REQUEST_CHANGED');
    return { ...seen, ...changes, revision: seen.revision + 1 };
  }
}

/** A leader plans what the own groups ask for; what comes from nobody's group is the admins'. */
function plans(scope: PersonScope, { groupId }: CourseRequest): boolean {
  return groupId === null ? scope.reach === 'town' : reaches(scope, groupId);
}
