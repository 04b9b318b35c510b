import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { SessionExpectationService } from '../study-sessions/session-expectation.service.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { AttendanceRepository } from './attendance.repository.ts';

/** More of one name than a leader would read through; a longer one finds fewer. */
const most = 20;

/** Who may have come along without being expected: anybody of the town, found by name. */
@Injectable()
export class GuestCandidatesService {
  constructor(
    private readonly sessions: StudySessionsService,
    private readonly expectation: SessionExpectationService,
    private readonly rows: AttendanceRepository,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
  ) {}

  /** @throws AppError NOT_FOUND for a session that the caller does not lead */
  async list(scope: GroupScope | WholeTownScope, sessionId: string, q: string): Promise<Answer<'listGuestCandidates'>> {
    const session = await this.sessions.findLed(scope, sessionId);
    const found = await this.members.likeNamed(scope, q, most);
    const ids = found.map(({ id }) => id);
    const listed = session.state === 'planned' ? await this.expectation.people(scope, session) : await this.rows.some(scope, sessionId, ids);
    const known = new Set(listed.map(({ memberId }) => memberId));
    const names = await this.groups.names(scope);
    const items = found.filter(({ id }) => !known.has(id)).map(({ id, name, groupId }) => ({ memberId: id, name, groupName: (groupId && names.get(groupId)) || null }));
    return { items };
  }
}
