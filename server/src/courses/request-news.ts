import { Injectable } from '@nestjs/common';
import { momentInChinese } from '@weidangxiao/shared/rules/span-words.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import type { CourseRequest } from './course-request.entity.ts';
import { CourseRequestsRepository } from './course-requests.repository.ts';

/** What those who asked for a course are told. Every method is called inside a unit of work. */
@Injectable()
export class RequestNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly requests: CourseRequestsRepository,
  ) {}

  planned(scope: TownScope, request: CourseRequest, { id, startsAt, placeText }: StudySession): Promise<void> {
    const text = `“${request.title}”${momentInChinese(startsAt)}开课${placeText ? `，在${placeText}` : ''}。`;
    return this.tell(scope, request, 'planned', { title: '你点的课排上了', text, link: `/study-sessions/${id}` });
  }

  /** Its session was cancelled. */
  reopened(scope: TownScope, request: CourseRequest): Promise<void> {
    const text = `“${request.title}”那一次不开了，你点的还算数，等着再排。`;
    return this.tell(scope, request, 'reopened', { title: '你点的课要重新排', text, link: '/course-requests' });
  }

  /** Its session is over: how was it. */
  held(scope: TownScope, request: CourseRequest, { id }: StudySession): Promise<void> {
    const text = `“${request.title}”讲完了。去的话点两下说说有没有用，不记名。`;
    return this.tell(scope, request, 'held', { title: '你点的课，觉得怎么样', text, link: `/study-sessions/${id}` });
  }

  closed(scope: TownScope, request: CourseRequest): Promise<void> {
    return this.tell(scope, request, 'closed', { title: '你点的课有答复', text: `“${request.title}”：${request.closeNote ?? ''}`, link: '/course-requests' });
  }

  private async tell(scope: TownScope, { id, revision }: CourseRequest, step: string, news: { title: string; text: string; link: string }): Promise<void> {
    await this.notices.tell(scope, await this.requests.joiners(scope, id), { kind: 'course-request', ...news, dedupeKey: `course-${step}:${id}:${revision}` });
  }
}
