import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { mostOpenRequests } from '@weidangxiao/shared/rules/course.ts';
import { randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { OwnScope, PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { CourseRequest } from './course-request.entity.ts';
import { CourseRequestsRepository } from './course-requests.repository.ts';
import { type RequestView, RequestViews } from './request-views.ts';
import { requireMove } from './require-move.ts';

type NewRequest = Input<'createCourseRequest'>['body'];

/** Asking for a course, and wanting one that somebody asked for. */
@Injectable()
export class CourseRequestsService {
  constructor(
    private readonly requests: CourseRequestsRepository,
    private readonly views: RequestViews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, ...filter }: Input<'listCourseRequests'>['query']): Promise<Answer<'listCourseRequests'>> {
    const [rows, total] = await this.requests.page(scope, filter, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  /** However often it is sent: one request. @throws AppError COURSE_REQUESTS_MANY, CLIENT_ID_REUSED */
  async create(scope: OwnScope, body: NewRequest): Promise<RequestView> {
    const known = await this.known(scope, body);
    if (known) return known;
    try {
      return await this.acts.perform(scope, () => this.ask(scope, body));
    } catch (error) {
      const faster = this.requests.isTaken(error) ? await this.known(scope, body) : null;
      if (!faster) throw error;
      return faster;
    }
  }

  /** Joining twice is joining once. @throws AppError NOT_FOUND, COURSE_REQUEST_STATE */
  join(scope: OwnScope, id: string): Promise<RequestView> {
    return this.acts.perform(scope, async () => {
      const seen = await this.take(scope, id, 'join');
      await this.requests.join(scope, this.joinerOf(scope, id));
      return this.views.one(scope, seen);
    });
  }

  /** When the last one leaves, nobody waits any more. @throws AppError NOT_FOUND, COURSE_REQUEST_STATE */
  leave(scope: OwnScope, id: string): Promise<RequestView> {
    return this.acts.perform(scope, async () => {
      const seen = await this.take(scope, id, 'leave');
      await this.requests.leave(scope, id);
      const nobody = seen.state === 'open' && ((await this.requests.counts(scope, [id])).get(id) ?? 0) === 0;
      if (!nobody) return this.views.one(scope, seen);
      const abandoned = { state: requireMove(seen, 'abandon'), closedAt: this.clock.now(), closedBy: scope.memberId, closeNote: '没有人要了' };
      await this.requests.update(scope, seen, abandoned);
      return this.views.one(scope, { ...seen, ...abandoned });
    });
  }

  private async known(scope: OwnScope, body: NewRequest): Promise<RequestView | null> {
    const same = await this.requests.byClientId(scope, body.clientId);
    if (!same) return null;
    if (same.title !== body.title || same.detail !== body.detail || same.category !== body.category) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    this.acts.changedNothing();
    return this.views.one(scope, same);
  }

  private async ask(scope: OwnScope, { clientId, title, detail, category }: NewRequest): Promise<RequestView> {
    if ((await this.requests.countOpenOf(scope)) >= mostOpenRequests) throw new AppError('COURSE_REQUESTS_MANY', { detail: { most: mostOpenRequests } });
    const request: CourseRequest = {
      ...{ townId: scope.townId, id: randomUUID(), clientId, memberId: scope.memberId, groupId: scope.groupId, title, detail, category, state: 'open' },
      ...{ revision: 1, sessionId: null, createdAt: this.clock.now(), plannedAt: null, plannedBy: null, closedAt: null, closedBy: null, closeNote: null },
    };
    await this.requests.insert(scope, request);
    await this.requests.join(scope, this.joinerOf(scope, request.id));
    return this.views.one(scope, request);
  }

  private async take(scope: OwnScope, id: string, event: 'join' | 'leave'): Promise<CourseRequest> {
    const request = await this.requests.takeTurn(scope, id);
    if (!request) throw new AppError('NOT_FOUND');
    requireMove(request, event);
    return request;
  }

  private joinerOf({ townId, memberId, groupId }: OwnScope, requestId: string) {
    return { townId, requestId, memberId, groupId, at: this.clock.now() };
  }
}
