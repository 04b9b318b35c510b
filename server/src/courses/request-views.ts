import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import type { CourseRequest } from './course-request.entity.ts';
import { CourseRequestsRepository } from './course-requests.repository.ts';

export type RequestView = Answer<'createCourseRequest'>;
type Named = RequestView['people'];

const namesShown = 60;

/** Requests with how many want them; their names for those alone who can plan them. */
@Injectable()
export class RequestViews {
  constructor(
    private readonly requests: CourseRequestsRepository,
    private readonly sessions: StudySessionsService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
  ) {}

  async one(scope: PersonScope, request: CourseRequest): Promise<RequestView> {
    const [view] = await this.all(scope, [request]);
    if (!view) throw new Error('a course request was lost on its way out');
    return view;
  }

  async all(scope: PersonScope, requests: readonly CourseRequest[]): Promise<RequestView[]> {
    const ids = requests.map(({ id }) => id);
    const [counts, mine, groups] = [await this.requests.counts(scope, ids), await this.requests.joinedAmong(scope, ids), await this.groups.names(scope)];
    const sessions = await this.sessions.some(scope, requests.flatMap(({ sessionId }) => sessionId ?? []));
    const names = await this.namesFor(scope, requests);
    return requests.map(({ id, title, detail, category, state, groupId, createdAt, sessionId, closedAt, closeNote }) => {
      const session = sessionId ? sessions.get(sessionId) : undefined;
      return {
        ...{ id, title, detail, category, state, createdAt, joined: counts.get(id) ?? 0, mine: mine.has(id), people: names.get(id) ?? null },
        group: groupId ? { id: groupId, name: groups.get(groupId) ?? '' } : null,
        session: session ? { id: session.id, title: session.title, date: session.date, startsAt: session.startsAt } : null,
        closed: closedAt === null ? null : { at: closedAt, note: closeNote ?? '' },
      };
    });
  }

  private async namesFor(scope: PersonScope, requests: readonly CourseRequest[]): Promise<Map<string, Named>> {
    const { roles, leads } = await this.roles.heldBy(scope, scope.memberId);
    const plannable = requests.filter(({ groupId }) => roles.includes('admin') || (groupId !== null && leads.includes(groupId)));
    const named = new Map<string, Named>();
    for (const { id } of plannable) {
      const ids = await this.requests.joiners(scope, id, namesShown);
      const people = await this.members.people(scope, ids);
      named.set(id, ids.flatMap((memberId) => people.get(memberId) ?? []));
    }
    return named;
  }
}
